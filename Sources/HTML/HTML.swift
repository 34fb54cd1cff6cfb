// The room HTML.
