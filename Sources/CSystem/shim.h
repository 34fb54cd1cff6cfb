#pragma once
// Calls of the C library that Swift's Glibc module leaves out.

/// Writes everything that waits for the file system of `descriptor` to its disk; see syncfs(2).
int syncfs(int descriptor);

#include <malloc.h>
