#include "bodies.h"
#include <libxml/HTMLparser.h>

static size_t nodes;
static void start(void *context, const xmlChar *name, const xmlChar **attributes) { nodes++; }
static void characters(void *context, const xmlChar *text, int length) { nodes++; }

static size_t parse(const char *text, size_t length) {
  htmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.startElement = start;
  handler.characters = characters;
  nodes = 0;
  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(text, (int)length);
  if (!parser) return 0;
  *parser->sax = handler;
  htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser);
  htmlFreeParserCtxt(parser);
  return nodes;
}

int main(int argc, char **argv) { return argc < 2 || run("libxml2 SAX", argv[1], parse); }
