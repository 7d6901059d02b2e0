from urllib.parse import *
for url in ["http://u:p@h:80/p/a;x?q=1&r=2#f", "//h/p", "mailto:a@b", "path?x", "http://[::1]:8/", "", "a:b:c"]:
    u = urlparse(url); print(u, u.hostname, u.port if "x" not in url else None, urlunparse(u) == url, urlsplit(url).geturl())
print(urljoin("http://a/b/c", "../d"), urljoin("http://a/b/", "?x"), urljoin("http://a/b", "//c/d"), urljoin("http://a/b/c/d", "./e/../f"))
print(quote("a b/é&"), quote_plus("a b&"), unquote("a%20b%C3%A9+"), unquote_plus("a+b"), quote("x y", safe=" "), unquote_to_bytes("%ff"))
print(parse_qs("a=1&b=2&a=3&c="), parse_qsl("a=1&c=", keep_blank_values=True), urlencode({"a": 1, "b": "x y"}), urlencode([("k", [1, 2])], doseq=True), urldefrag("a#b"))
for make in (lambda: urlparse("http://h:x/").port, lambda: urlparse("http://[::1"), lambda: parse_qs("a", strict_parsing=True)):
    try: make()
    except ValueError as error: print(error)
