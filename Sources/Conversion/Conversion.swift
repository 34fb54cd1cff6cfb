// The room Conversion.
