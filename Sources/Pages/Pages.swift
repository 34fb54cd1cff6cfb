// The room Pages.
