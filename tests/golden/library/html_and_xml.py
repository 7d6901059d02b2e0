import html, html.parser
print(html.escape("<a b='c'>&\""), html.unescape("&lt;&#65;&#x42;&eacute;&notanentity;&amp"), html.escape('"', quote=False))
class P(html.parser.HTMLParser):
    def handle_starttag(self, tag, attrs): print("start", tag, attrs)
    def handle_endtag(self, tag): print("end", tag)
    def handle_data(self, data): print("data", repr(data))
    def handle_comment(self, data): print("comment", data)
    def handle_decl(self, decl): print("decl", decl)
    def handle_startendtag(self, tag, attrs): print("empty", tag, attrs)
p = P(); p.feed("<!DOCTYPE html><p class=a id='b'>x &amp; y<br/><!-- c --><b>bold</p>"); p.close(); print(p.getpos())
from xml.sax import saxutils
print(saxutils.escape("<&>"), saxutils.quoteattr("a\"b"), saxutils.unescape("&lt;"))
