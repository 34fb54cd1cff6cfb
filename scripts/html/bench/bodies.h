/* Reads the file bodies.py writes, and measures the time a parser takes for all of it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int run(const char *name, const char *path, size_t (*parse)(const char *, size_t)) {
  FILE *file = fopen(path, "rb");
  if (!file) return 1;
  fseek(file, 0, SEEK_END);
  size_t size = ftell(file), total = 0, result = 0;
  rewind(file);
  char *bytes = malloc(size + 1);
  if (!bytes || fread(bytes, 1, size, file) != size) return 1;
  bytes[size] = 0;
  struct timespec start, end;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
  for (size_t at = 0; at < size;) {
    char *text;
    size_t length = strtoul(bytes + at, &text, 10);
    result += parse(text + 1, length);
    total += length;
    at = text + 1 + length - bytes;
  }
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
  double seconds = (end.tv_sec - start.tv_sec) + (end.tv_nsec - start.tv_nsec) / 1e9;
  printf("%-12s %8.1f MB/s of CPU time  %6.2f s  %zu nodes\n", name, total / 1e6 / seconds, seconds, result);
  return 0;
}
