// Made by scripts/html/generate-names from names.txt; not edited by hand.

extension Tag {
  /// The element `a`.
  public static var a: Tag { Tag(id: 0) }
  /// The element `abbr`.
  public static var abbr: Tag { Tag(id: 1) }
  /// The element `acronym`.
  public static var acronym: Tag { Tag(id: 2) }
  /// The element `address`.
  public static var address: Tag { Tag(id: 3) }
  /// The element `applet`.
  public static var applet: Tag { Tag(id: 4) }
  /// The element `area`.
  public static var area: Tag { Tag(id: 5) }
  /// The element `article`.
  public static var article: Tag { Tag(id: 6) }
  /// The element `aside`.
  public static var aside: Tag { Tag(id: 7) }
  /// The element `audio`.
  public static var audio: Tag { Tag(id: 8) }
  /// The element `b`.
  public static var b: Tag { Tag(id: 9) }
  /// The element `base`.
  public static var base: Tag { Tag(id: 10) }
  /// The element `basefont`.
  public static var basefont: Tag { Tag(id: 11) }
  /// The element `bdi`.
  public static var bdi: Tag { Tag(id: 12) }
  /// The element `bdo`.
  public static var bdo: Tag { Tag(id: 13) }
  /// The element `bgsound`.
  public static var bgsound: Tag { Tag(id: 14) }
  /// The element `big`.
  public static var big: Tag { Tag(id: 15) }
  /// The element `blink`.
  public static var blink: Tag { Tag(id: 16) }
  /// The element `blockquote`.
  public static var blockquote: Tag { Tag(id: 17) }
  /// The element `body`.
  public static var body: Tag { Tag(id: 18) }
  /// The element `br`.
  public static var br: Tag { Tag(id: 19) }
  /// The element `button`.
  public static var button: Tag { Tag(id: 20) }
  /// The element `canvas`.
  public static var canvas: Tag { Tag(id: 21) }
  /// The element `caption`.
  public static var caption: Tag { Tag(id: 22) }
  /// The element `center`.
  public static var center: Tag { Tag(id: 23) }
  /// The element `cite`.
  public static var cite: Tag { Tag(id: 24) }
  /// The element `code`.
  public static var code: Tag { Tag(id: 25) }
  /// The element `col`.
  public static var col: Tag { Tag(id: 26) }
  /// The element `colgroup`.
  public static var colgroup: Tag { Tag(id: 27) }
  /// The element `command`.
  public static var command: Tag { Tag(id: 28) }
  /// The element `content`.
  public static var content: Tag { Tag(id: 29) }
  /// The element `data`.
  public static var data: Tag { Tag(id: 30) }
  /// The element `datalist`.
  public static var datalist: Tag { Tag(id: 31) }
  /// The element `dd`.
  public static var dd: Tag { Tag(id: 32) }
  /// The element `del`.
  public static var del: Tag { Tag(id: 33) }
  /// The element `details`.
  public static var details: Tag { Tag(id: 34) }
  /// The element `dfn`.
  public static var dfn: Tag { Tag(id: 35) }
  /// The element `dialog`.
  public static var dialog: Tag { Tag(id: 36) }
  /// The element `dir`.
  public static var dir: Tag { Tag(id: 37) }
  /// The element `div`.
  public static var div: Tag { Tag(id: 38) }
  /// The element `dl`.
  public static var dl: Tag { Tag(id: 39) }
  /// The element `dt`.
  public static var dt: Tag { Tag(id: 40) }
  /// The element `em`.
  public static var em: Tag { Tag(id: 41) }
  /// The element `embed`.
  public static var embed: Tag { Tag(id: 42) }
  /// The element `fieldset`.
  public static var fieldset: Tag { Tag(id: 43) }
  /// The element `figcaption`.
  public static var figcaption: Tag { Tag(id: 44) }
  /// The element `figure`.
  public static var figure: Tag { Tag(id: 45) }
  /// The element `font`.
  public static var font: Tag { Tag(id: 46) }
  /// The element `footer`.
  public static var footer: Tag { Tag(id: 47) }
  /// The element `form`.
  public static var form: Tag { Tag(id: 48) }
  /// The element `frame`.
  public static var frame: Tag { Tag(id: 49) }
  /// The element `frameset`.
  public static var frameset: Tag { Tag(id: 50) }
  /// The element `h1`.
  public static var h1: Tag { Tag(id: 51) }
  /// The element `h2`.
  public static var h2: Tag { Tag(id: 52) }
  /// The element `h3`.
  public static var h3: Tag { Tag(id: 53) }
  /// The element `h4`.
  public static var h4: Tag { Tag(id: 54) }
  /// The element `h5`.
  public static var h5: Tag { Tag(id: 55) }
  /// The element `h6`.
  public static var h6: Tag { Tag(id: 56) }
  /// The element `head`.
  public static var head: Tag { Tag(id: 57) }
  /// The element `header`.
  public static var header: Tag { Tag(id: 58) }
  /// The element `hgroup`.
  public static var hgroup: Tag { Tag(id: 59) }
  /// The element `hr`.
  public static var hr: Tag { Tag(id: 60) }
  /// The element `html`.
  public static var html: Tag { Tag(id: 61) }
  /// The element `i`.
  public static var i: Tag { Tag(id: 62) }
  /// The element `iframe`.
  public static var iframe: Tag { Tag(id: 63) }
  /// The element `image`.
  public static var image: Tag { Tag(id: 64) }
  /// The element `img`.
  public static var img: Tag { Tag(id: 65) }
  /// The element `input`.
  public static var input: Tag { Tag(id: 66) }
  /// The element `ins`.
  public static var ins: Tag { Tag(id: 67) }
  /// The element `isindex`.
  public static var isindex: Tag { Tag(id: 68) }
  /// The element `kbd`.
  public static var kbd: Tag { Tag(id: 69) }
  /// The element `keygen`.
  public static var keygen: Tag { Tag(id: 70) }
  /// The element `label`.
  public static var label: Tag { Tag(id: 71) }
  /// The element `legend`.
  public static var legend: Tag { Tag(id: 72) }
  /// The element `li`.
  public static var li: Tag { Tag(id: 73) }
  /// The element `link`.
  public static var link: Tag { Tag(id: 74) }
  /// The element `listing`.
  public static var listing: Tag { Tag(id: 75) }
  /// The element `main`.
  public static var main: Tag { Tag(id: 76) }
  /// The element `map`.
  public static var map: Tag { Tag(id: 77) }
  /// The element `mark`.
  public static var mark: Tag { Tag(id: 78) }
  /// The element `marquee`.
  public static var marquee: Tag { Tag(id: 79) }
  /// The element `math`.
  public static var math: Tag { Tag(id: 80) }
  /// The element `menu`.
  public static var menu: Tag { Tag(id: 81) }
  /// The element `menuitem`.
  public static var menuitem: Tag { Tag(id: 82) }
  /// The element `meta`.
  public static var meta: Tag { Tag(id: 83) }
  /// The element `meter`.
  public static var meter: Tag { Tag(id: 84) }
  /// The element `multicol`.
  public static var multicol: Tag { Tag(id: 85) }
  /// The element `nav`.
  public static var nav: Tag { Tag(id: 86) }
  /// The element `nextid`.
  public static var nextid: Tag { Tag(id: 87) }
  /// The element `nobr`.
  public static var nobr: Tag { Tag(id: 88) }
  /// The element `noembed`.
  public static var noembed: Tag { Tag(id: 89) }
  /// The element `noframes`.
  public static var noframes: Tag { Tag(id: 90) }
  /// The element `noscript`.
  public static var noscript: Tag { Tag(id: 91) }
  /// The element `object`.
  public static var object: Tag { Tag(id: 92) }
  /// The element `ol`.
  public static var ol: Tag { Tag(id: 93) }
  /// The element `optgroup`.
  public static var optgroup: Tag { Tag(id: 94) }
  /// The element `option`.
  public static var option: Tag { Tag(id: 95) }
  /// The element `output`.
  public static var output: Tag { Tag(id: 96) }
  /// The element `p`.
  public static var p: Tag { Tag(id: 97) }
  /// The element `param`.
  public static var param: Tag { Tag(id: 98) }
  /// The element `picture`.
  public static var picture: Tag { Tag(id: 99) }
  /// The element `plaintext`.
  public static var plaintext: Tag { Tag(id: 100) }
  /// The element `portal`.
  public static var portal: Tag { Tag(id: 101) }
  /// The element `pre`.
  public static var pre: Tag { Tag(id: 102) }
  /// The element `progress`.
  public static var progress: Tag { Tag(id: 103) }
  /// The element `q`.
  public static var q: Tag { Tag(id: 104) }
  /// The element `rb`.
  public static var rb: Tag { Tag(id: 105) }
  /// The element `rbc`.
  public static var rbc: Tag { Tag(id: 106) }
  /// The element `rp`.
  public static var rp: Tag { Tag(id: 107) }
  /// The element `rt`.
  public static var rt: Tag { Tag(id: 108) }
  /// The element `rtc`.
  public static var rtc: Tag { Tag(id: 109) }
  /// The element `ruby`.
  public static var ruby: Tag { Tag(id: 110) }
  /// The element `s`.
  public static var s: Tag { Tag(id: 111) }
  /// The element `samp`.
  public static var samp: Tag { Tag(id: 112) }
  /// The element `script`.
  public static var script: Tag { Tag(id: 113) }
  /// The element `search`.
  public static var search: Tag { Tag(id: 114) }
  /// The element `section`.
  public static var section: Tag { Tag(id: 115) }
  /// The element `select`.
  public static var select: Tag { Tag(id: 116) }
  /// The element `selectedcontent`.
  public static var selectedcontent: Tag { Tag(id: 117) }
  /// The element `shadow`.
  public static var shadow: Tag { Tag(id: 118) }
  /// The element `slot`.
  public static var slot: Tag { Tag(id: 119) }
  /// The element `small`.
  public static var small: Tag { Tag(id: 120) }
  /// The element `source`.
  public static var source: Tag { Tag(id: 121) }
  /// The element `spacer`.
  public static var spacer: Tag { Tag(id: 122) }
  /// The element `span`.
  public static var span: Tag { Tag(id: 123) }
  /// The element `strike`.
  public static var strike: Tag { Tag(id: 124) }
  /// The element `strong`.
  public static var strong: Tag { Tag(id: 125) }
  /// The element `style`.
  public static var style: Tag { Tag(id: 126) }
  /// The element `sub`.
  public static var sub: Tag { Tag(id: 127) }
  /// The element `summary`.
  public static var summary: Tag { Tag(id: 128) }
  /// The element `sup`.
  public static var sup: Tag { Tag(id: 129) }
  /// The element `svg`.
  public static var svg: Tag { Tag(id: 130) }
  /// The element `table`.
  public static var table: Tag { Tag(id: 131) }
  /// The element `tbody`.
  public static var tbody: Tag { Tag(id: 132) }
  /// The element `td`.
  public static var td: Tag { Tag(id: 133) }
  /// The element `template`.
  public static var template: Tag { Tag(id: 134) }
  /// The element `textarea`.
  public static var textarea: Tag { Tag(id: 135) }
  /// The element `tfoot`.
  public static var tfoot: Tag { Tag(id: 136) }
  /// The element `th`.
  public static var th: Tag { Tag(id: 137) }
  /// The element `thead`.
  public static var thead: Tag { Tag(id: 138) }
  /// The element `time`.
  public static var time: Tag { Tag(id: 139) }
  /// The element `title`.
  public static var title: Tag { Tag(id: 140) }
  /// The element `tr`.
  public static var tr: Tag { Tag(id: 141) }
  /// The element `track`.
  public static var track: Tag { Tag(id: 142) }
  /// The element `tt`.
  public static var tt: Tag { Tag(id: 143) }
  /// The element `u`.
  public static var u: Tag { Tag(id: 144) }
  /// The element `ul`.
  public static var ul: Tag { Tag(id: 145) }
  /// The element `var`.
  public static var `var`: Tag { Tag(id: 146) }
  /// The element `video`.
  public static var video: Tag { Tag(id: 147) }
  /// The element `wbr`.
  public static var wbr: Tag { Tag(id: 148) }
  /// The element `xmp`.
  public static var xmp: Tag { Tag(id: 149) }
}
