"""Pages for a browser: what their scripts try, and how they end."""

from __future__ import annotations

from tests.hostile.case import GOOD, Case, html
from tests.hostile.server import http
from tests.hostile.transfer import _br_bomb, _gzip_bomb, cut, packed

ENDED = ("browser", "timeout")
REFUSED = ("blocked_address", "offsite", "browser")


def tries(port: int) -> dict[str, str]:
    """Elements and scripts that reach inside; the page around them stays an article."""
    at = f"127.0.0.1:{port}"
    return {
        "fetch": f"<script>fetch('http://{at}/a',{{mode:'no-cors'}}).catch(()=>0)</script>",
        "xhr": f"<script>var x=new XMLHttpRequest();x.open('GET','http://{at}/a');x.send()</script>",
        "image-script-frame": f"<img src=http://{at}/a><script src=http://{at}/a></script><iframe src=http://{at}/a></iframe>"
        f"<link rel=stylesheet href=http://{at}/a><object data=http://{at}/a></object><embed src=http://{at}/a>"
        f"<video src=http://{at}/a></video><style>@import 'http://{at}/a';@font-face{{font-family:f;src:url(http://{at}/a)}}*{{font-family:f}}</style>",
        "hints": f"<link rel=preconnect href=http://{at}><link rel=dns-prefetch href=http://{at}><link rel=prefetch href=http://{at}/a>"
        f"<link rel=preload as=script href=http://{at}/a><link rel=prerender href=http://{at}/a><link rel=icon href=http://{at}/a>"
        f"<link rel=manifest href=http://{at}/a>",
        "sockets": f"<script>try{{new WebSocket('ws://{at}/a')}}catch(e){{}};try{{new EventSource('http://{at}/a')}}catch(e){{}};"
        f"navigator.sendBeacon('http://{at}/a','x')</script>",
        "webrtc": f"<script>try{{var p=new RTCPeerConnection({{iceServers:[{{urls:'stun:{at}'}},{{urls:'turn:{at}?transport=tcp',"
        f"username:'u',credential:'c'}}]}});p.createDataChannel('x');p.createOffer().then(o=>p.setLocalDescription(o))}}catch(e){{}}</script>",
        "workers": f"<script>try{{new Worker(URL.createObjectURL(new Blob([\"fetch('http://{at}/a',{{mode:'no-cors'}})\"])))}}catch(e){{}};"
        "navigator.serviceWorker&&navigator.serviceWorker.register('/case/sw.js').catch(()=>0)</script>",
        "spellings": "".join(
            f"<img src=http://{one}:{port}/a><script>fetch('http://{one}:{port}/a',{{mode:'no-cors'}}).catch(()=>0)</script>"
            for one in ("localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "127.0.0.2")
        ),
        "form": f"<form id=f method=post target=t action=http://{at}/a></form><iframe name=t></iframe><script>f.submit()</script>",
        "open": f"<script>window.open('http://{at}/a')</script>",
        "dialogs": "<script>alert(1);confirm(2);prompt(3);onbeforeunload=()=>'x'</script>",
        "print": "<script>try{print()}catch(e){}</script>",
        "never-silent": "<script>setInterval(()=>fetch('/case/never-silent?'+Math.random()).catch(()=>0),100)</script>",
        "cookies": "<script>document.cookie='secret=1;path=/';localStorage.x=1</script>",
        "push-state": "<script>history.pushState(0,'','/elsewhere/1.html')</script>",
    }  # fmt: skip


def pages(port: int) -> list[Case]:
    """All of them, and pages that lead away or do not end."""
    inside = f"http://127.0.0.1:{port}/case/x"

    def only(script: str) -> bytes:
        return http(200, f"<html><body><p>x</p><script>{script}</script></body></html>")

    return [
        *(Case(f"try-{name}", http(200, html(f"try-{name}", body=body)), (*GOOD, "offsite") if name == "push-state" else GOOD)
          for name, body in tries(port).items()),
        *(Case(f"redirect-{code}", http(code, "", Location=inside), REFUSED) for code in (301, 302, 307)),
        Case("redirect-file", http(302, "", Location="file:///etc/passwd"), ENDED),
        Case("redirect-data", http(302, "", Location="data:text/html,<h1>x</h1>"), ENDED),
        Case("location", only(f"location='{inside}'"), REFUSED),
        Case("location-file", only("location='file:///etc/passwd'"), ("not_article", "extract_empty", *REFUSED)),
        Case("location-data", only("location='data:text/html,x'"), ("not_article", "extract_empty", *REFUSED)),
        Case("location-javascript", only("location='javascript:document.body.innerHTML=1'"), ("not_article", "extract_empty", *REFUSED)),
        Case("refresh", http(200, f"<meta http-equiv=refresh content='0;url={inside}'><p>x</p>"), ("not_article", "extract_empty", *REFUSED)),
        Case("refresh-header", http(200, "<p>x</p>", Refresh=f"0;url={inside}"), ("not_article", "extract_empty", *REFUSED)),
        Case("frame-of-everything", http(200, f"<html><frameset><frame src={inside}></frameset></html>"), ("not_article", "extract_empty", *REFUSED)),
        Case("self-redirect", http(302, "", Location="/case/self-redirect"), ENDED),
        Case("reload", only("location.reload()"), ("not_article", "extract_empty", *REFUSED, *ENDED)),
        Case("nodes", only("for(let n=0;n<3e6;n++)document.body.append(document.createElement('p'))"),
             ("too_large", "extract_timeout", "extract_empty", "not_article", "spam", *ENDED)),
        Case("memory", only("var a=[];for(;;){a.push(new Uint8Array(1<<24).fill(1))}"), ENDED),
        Case("gzip-bomb", packed("x", "gzip", _gzip_bomb(1000)), (*ENDED, "too_large")),
        Case("br-bomb", packed("x", "br", _br_bomb(400)), (*ENDED, "too_large", "extract_empty")),
        Case("download", http(200, b"x" * 5000, "application/zip", Content_Disposition="attachment; filename=../../x"), ENDED),
        Case("cut", cut(http(200, html("cut"), Content_Length="9000")), ("truncated", *ENDED)),
        Case("closed", cut(b""), ("connection", *ENDED)),
        Case("404", http(404, html("404")), ("http_error",)),
        Case("good", http(200, html("good"), Set_Cookie="secret=1; Path=/"), GOOD),
    ]  # fmt: skip
