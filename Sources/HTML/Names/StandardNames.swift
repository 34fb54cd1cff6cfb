// Made by scripts/html/generate-names from names.txt; not edited by hand.

/// The names known to every document, in the order of their numbers, separated by a blank.
let standardNameList: StaticString = """
  a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink \
  blockquote body br button canvas caption center cite code col colgroup command content data \
  datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer \
  form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins \
  isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta meter \
  multicol nav nextid nobr noembed noframes noscript object ol optgroup option output p param picture \
  plaintext portal pre progress q rb rbc rp rt rtc ruby s samp script search section select \
  selectedcontent shadow slot small source spacer span strike strong style sub summary sup svg table \
  tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp mi mo mn ms \
  mtext mglyph malignmark annotation-xml foreignObject desc altGlyph altGlyphDef altGlyphItem \
  animateColor animateMotion animateTransform clipPath feBlend feColorMatrix feComponentTransfer \
  feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow \
  feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology \
  feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence glyphRef linearGradient \
  radialGradient textPath g path circle rect line polyline polygon use defs text symbol ellipse stop \
  mask pattern mrow mfrac msup msub href src class id alt width height target rel name value type \
  charset http-equiv align valign bgcolor border cellpadding cellspacing color face size lang action \
  method encoding srcset sizes loading decoding colspan rowspan nowrap start reversed checked \
  disabled selected multiple hidden datetime allow allowfullscreen frameborder scrolling marginwidth \
  marginheight background vlink alink clear hspace vspace data-id data-src data-href \
  data-attachment-id data-wp-pid role aria-label aria-hidden aria-describedby tabindex onclick onload \
  controls autoplay loop poster preload muted playsinline download hreflang media property itemprop \
  itemscope itemtype fetchpriority crossorigin integrity referrerpolicy definitionurl definitionURL \
  xlink:href xlink:title xlink:type xlink:show xlink:role xlink:actuate xlink:arcrole xml:lang \
  xml:space xmlns xmlns:xlink prompt for usemap shape coords scope headers rules compact noshade wrap \
  rows cols readonly placeholder maxlength accept async defer nonce attributeName attributeType \
  baseFrequency baseProfile calcMode clipPathUnits diffuseConstant edgeMode filterUnits \
  gradientTransform gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines keyTimes \
  lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits \
  numOctaves pathLength patternContentUnits patternTransform patternUnits pointsAtX pointsAtY \
  pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits refX refY repeatCount repeatDur \
  requiredExtensions requiredFeatures specularConstant specularExponent spreadMethod startOffset \
  stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX targetY textLength viewBox \
  viewTarget xChannelSelector yChannelSelector zoomAndPan foreignobject altglyph altglyphdef \
  altglyphitem animatecolor animatemotion animatetransform clippath feblend fecolormatrix \
  fecomponenttransfer fecomposite feconvolvematrix fediffuselighting fedisplacementmap fedistantlight \
  fedropshadow feflood fefunca fefuncb fefuncg fefuncr fegaussianblur feimage femerge femergenode \
  femorphology feoffset fepointlight fespecularlighting fespotlight fetile feturbulence glyphref \
  lineargradient radialgradient textpath attributename attributetype basefrequency baseprofile \
  calcmode clippathunits diffuseconstant edgemode filterunits gradienttransform gradientunits \
  kernelmatrix kernelunitlength keypoints keysplines keytimes lengthadjust limitingconeangle \
  markerheight markerunits markerwidth maskcontentunits maskunits numoctaves pathlength \
  patterncontentunits patterntransform patternunits pointsatx pointsaty pointsatz preservealpha \
  preserveaspectratio primitiveunits refx refy repeatcount repeatdur requiredextensions \
  requiredfeatures specularconstant specularexponent spreadmethod startoffset stddeviation \
  stitchtiles surfacescale systemlanguage tablevalues targetx targety textlength viewbox viewtarget \
  xchannelselector ychannelselector zoomandpan
  """

/// How many names are known to every document.
let standardNameCount: UInt32 = 483
/// The numbers of the names that only elements of SVG and MathML have.
let foreignNames: Range<UInt32> = 150..<215
