#include "bodies.h"
#include <gumbo.h>

static size_t count(const GumboNode *node) {
  size_t nodes = 1;
  if (node->type != GUMBO_NODE_ELEMENT) return nodes;
  for (unsigned i = 0; i < node->v.element.children.length; i++) nodes += count(node->v.element.children.data[i]);
  return nodes;
}

static size_t parse(const char *text, size_t length) {
  GumboOptions options = kGumboDefaultOptions;
  options.fragment_context = GUMBO_TAG_BODY;
  GumboOutput *output = gumbo_parse_with_options(&options, text, length);
  size_t nodes = count(output->root);
  gumbo_destroy_output(&options, output);
  return nodes;
}

int main(int argc, char **argv) { return argc < 2 || run("gumbo", argv[1], parse); }
