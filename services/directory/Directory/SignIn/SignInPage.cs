using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Directory.SignIn;

/// <summary>
/// The pages of signing in: plain forms that work without scripts, load nothing, cannot be framed and send what is typed here and nowhere else.
/// </summary>
internal static class SignInPage
{
    private const string Style = """
        :root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:0;display:grid;place-items:center;min-height:100vh}
        main{width:min(24rem,90vw)}h1{font-size:1.4rem}label{display:block;margin-top:1rem}
        input,button{font:inherit;width:100%;box-sizing:border-box;padding:.6rem;margin-top:.25rem}button{margin-top:1.5rem;cursor:pointer}
        [role=alert]{border-left:.25rem solid #b00020;padding:.5rem .75rem}.hint{opacity:.8;font-size:.9rem}
        """;

    private static readonly string styleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));
    private static readonly HtmlEncoder html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Name and password.</summary>
    public static ContentHttpResult AskPassword(
        HttpResponse response,
        AuthorizationRequest request,
        SignInApp app,
        string? refusal = null
    ) =>
        Write(
            response,
            request.RedirectUri,
            Phrases.Of("Đăng nhập", "Sign in"),
            refusal,
            $"""
            <p class="hint">{Text($"{Phrases.Of("Ứng dụng", "Application")}: {app.Name ?? app.ClientId}")}</p>
            <form method="post" action="/oauth/authorize">
            {Hidden(request.Fields())}
            {Field(
                "user_name",
                Phrases.Of("Tên đăng nhập", "User name"),
                "text",
                "username",
                "autocapitalize=\"none\" spellcheck=\"false\" autofocus"
            )}
            {Field("password", Phrases.Of("Mật khẩu", "Password"), "password", "current-password")}
            {Button(Phrases.Of("Đăng nhập", "Sign in"))}
            </form>
            """
        );

    /// <summary>The code of the second factor, or a recovery code in its place.</summary>
    public static ContentHttpResult AskCode(HttpResponse response, string redirect, string secret, string? refusal = null) =>
        Write(
            response,
            redirect,
            Phrases.Of("Xác thực hai lớp", "Second factor"),
            refusal,
            $"""
            <p class="hint">{Text(Phrases.Of(
                "Nhập mã 6 chữ số trong ứng dụng xác thực, hoặc một mã dự phòng.",
                "Type the six digits of your authenticator, or a recovery code."
            ))}</p>
            <form method="post" action="/oauth/sign-in/code">
            {Hidden([new("sign_in", secret)])}
            {Field("code", Phrases.Of("Mã xác thực", "Code"), "text", "one-time-code", "autofocus")}
            {Button(Phrases.Of("Tiếp tục", "Continue"))}
            </form>
            """
        );

    /// <summary>Another password in place of the initial one.</summary>
    public static ContentHttpResult AskNewPassword(
        HttpResponse response,
        string redirect,
        string secret,
        int atLeast,
        string? refusal = null
    ) =>
        Write(
            response,
            redirect,
            Phrases.Of("Đặt mật khẩu mới", "Choose a new password"),
            refusal,
            $"""
            <p class="hint">{Text(Phrases.Of(
                $"Mật khẩu ban đầu phải được thay. Mật khẩu mới có ít nhất {atLeast} ký tự; một câu dài dễ nhớ là tốt nhất.",
                $"The initial password has to be replaced. The new one has at least {atLeast} characters; a long sentence is best."
            ))}</p>
            <form method="post" action="/oauth/sign-in/password">
            {Hidden([new("sign_in", secret)])}
            {Field("new_password", Phrases.Of("Mật khẩu mới", "New password"), "password", "new-password", "autofocus")}
            {Field("again", Phrases.Of("Nhập lại mật khẩu mới", "The same again"), "password", "new-password")}
            {Button(Phrases.Of("Đổi mật khẩu", "Change password"))}
            </form>
            """
        );

    /// <summary>Nothing to fill in: what is wrong, and where to begin again.</summary>
    public static ContentHttpResult Say(HttpResponse response, string text, int status) =>
        Write(response, null, Phrases.Of("Không đăng nhập được", "No sign-in"), text, "", status);

    /// <summary>The page that a sign-in whose time has run out ends with.</summary>
    public static ContentHttpResult Over(HttpResponse response) =>
        Say(
            response,
            Phrases.Of(
                "Lần đăng nhập này đã hết hạn hoặc đã dùng. Hãy quay lại ứng dụng và đăng nhập lại.",
                "This sign-in has run out or was used. Go back to the application and sign in again."
            ),
            StatusCodes.Status400BadRequest
        );

    /// <summary>The page of one who comes when too many are coming.</summary>
    public static ContentHttpResult Busy(HttpResponse response)
    {
        response.Headers.RetryAfter = "5";
        return Say(
            response,
            Phrases.Of(
                "Hệ thống đang bận. Hãy quay lại và thử lại sau giây lát.",
                "The system is busy. Go back and try again in a moment."
            ),
            StatusCodes.Status503ServiceUnavailable
        );
    }

    /// <summary>Sends the browser on; 303, so that what was posted is not posted there (RFC 9700, 4.12).</summary>
    public static StatusCodeHttpResult SendTo(HttpResponse response, string address)
    {
        Protect(response, address);
        response.Headers.Location = address;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static ContentHttpResult Write(
        HttpResponse response,
        string? redirect,
        string title,
        string? refusal,
        string body,
        int? status = null
    )
    {
        Protect(response, redirect);
        var alert = refusal is null ? "" : $"<p role=\"alert\">{Text(refusal)}</p>\n";
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
            <main>
            <h1>{Text(title)}</h1>
            {alert}{body}
            </main>
            </body>
            </html>
            """,
            "text/html",
            Encoding.UTF8,
            status ?? (refusal is null ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden)
        );
    }

    // A browser follows a redirect after a form only to where the page says that forms may go.
    private static void Protect(HttpResponse response, string? redirect)
    {
        var target = redirect is null ? "" : $" {new Uri(redirect).GetLeftPart(UriPartial.Authority)}";
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'sha256-{styleHash}'; img-src data:; form-action 'self'{target}; base-uri 'none'; frame-ancestors 'none'";
        response.Headers.XFrameOptions = "DENY";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentLanguage = Phrases.Language;
        response.Headers.Vary = "Accept-Language";
    }

    private static string Hidden(IEnumerable<KeyValuePair<string, string>> fields) =>
        string.Join('\n', fields.Select(field => $"<input type=\"hidden\" name=\"{field.Key}\" value=\"{Text(field.Value)}\">"));

    private static string Field(string name, string label, string type, string autocomplete, string more = "") =>
        $"<label for=\"{name}\">{Text(label)}</label>\n"
        + $"<input id=\"{name}\" name=\"{name}\" type=\"{type}\" autocomplete=\"{autocomplete}\" maxlength=\"{PasswordRules.Longest}\" required {more}>";

    private static string Button(string label) => $"<button type=\"submit\">{Text(label)}</button>";

    private static string Text(string text) => html.Encode(text);
}
