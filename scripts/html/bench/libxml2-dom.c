#include "bodies.h"
#include <libxml/HTMLparser.h>

static size_t count(xmlNodePtr node) {
  size_t nodes = 0;
  for (; node; node = node->next) nodes += 1 + (node->type == XML_ELEMENT_NODE ? count(node->children) : 0);
  return nodes;
}

static size_t parse(const char *text, size_t length) {
  htmlDocPtr document = htmlReadMemory(
    text, (int)length, NULL, "UTF-8", HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  size_t nodes = document ? count(document->children) : 0;
  xmlFreeDoc(document);
  return nodes;
}

int main(int argc, char **argv) { return argc < 2 || run("libxml2 DOM", argv[1], parse); }
