using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Publicity;

/// <summary>What the public pages have in common: they work without scripts, load nothing, cannot be framed, and are read by keyboard and by ear.</summary>
static class PageFrame
{
    const string Style = """
        :root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:0}main,header{width:min(64rem,92vw);margin:0 auto}
        h1{font-size:1.5rem}h2{font-size:1.1rem;margin:0}nav a{display:inline-block;padding:.75rem 1rem .75rem 0}nav a[aria-current]{font-weight:bold}
        .skip{position:absolute;left:-99rem}.skip:focus{position:static}:focus-visible{outline:.2rem solid;outline-offset:.15rem}
        form{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin:1rem 0}input,select,button{font:inherit;padding:.5rem}
        .list{padding:0;list-style:none}.list li{border-top:1px solid;padding:1rem 0}.scroll{overflow-x:auto;margin:1.5rem 0 0}
        table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:bold;padding:.5rem 0}th,td{border:1px solid;padding:.4rem .6rem;text-align:right}
        th:first-child{text-align:left}.hint{font-size:.95rem}
        """;

    static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));
    static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static ContentHttpResult Write(HttpResponse response, string title, string path, string body)
    {
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'sha256-{StyleHash}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        response.Headers.XFrameOptions = "DENY";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "public, max-age=60";
        response.Headers.ContentLanguage = Phrases.Language;
        response.Headers.Vary = "Accept-Language";
        return TypedResults.Content(
            $"""
            <!doctype html>
            <html lang="{Phrases.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(title)} – DanVan</title>
            <link rel="icon" href="data:,">
            <style>{Style}</style>
            </head>
            <body>
            <header>
            <a class="skip" href="#content">{Text(Phrases.Of("Đến nội dung chính", "To the content"))}</a>
            <nav aria-label="{Text(Phrases.Of("Các trang", "Pages"))}">
            {Link("/petitions/public", Phrases.Of("Kết quả đã công bố", "Published resolutions"), path)}
            {Link("/petitions/public/statistics", Phrases.Of("Thống kê", "Statistics"), path)}
            </nav>
            </header>
            <main id="content" tabindex="-1">
            <h1>{Text(title)}</h1>
            {body}
            </main>
            </body>
            </html>
            """,
            "text/html",
            Encoding.UTF8
        );
    }

    public static string Option(string value, string text, bool chosen) =>
        $"<option value=\"{Text(value)}\"{(chosen ? " selected" : "")}>{Text(text)}</option>";

    public static string Text(string text) => Html.Encode(text);

    static string Link(string path, string text, string current) =>
        $"<a href=\"{path}\"{(path == current ? " aria-current=\"page\"" : "")}>{Text(text)}</a>";
}
