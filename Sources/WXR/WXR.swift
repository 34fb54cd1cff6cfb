// The room WXR.
