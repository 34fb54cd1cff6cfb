// The room WARC.
