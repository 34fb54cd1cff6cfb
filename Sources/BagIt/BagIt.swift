// The room BagIt.
