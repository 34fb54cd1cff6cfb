// The room JSONLines.
