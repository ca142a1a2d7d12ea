using System.Net;
using DanVan.Chassis.Http;
using Microsoft.Extensions.Options;

namespace DanVan.Subscriptions.Webhooks;

/// <summary>
/// Where events may be sent: an https address on port 443 of the public internet, or a host that the operator has allowed by name.
/// What a name resolves to is checked at each connection (see <see cref="Delivery.GuardedConnection"/>), not here.
/// </summary>
sealed class WebhookUrl(IOptions<WebhookOptions> options)
{
    readonly HashSet<string> allowed = options
        .Value.AllowedHosts.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    public bool IsAllowedByName(string host) => allowed.Contains(host);

    public Rejection? Refuses(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.Host.Length == 0)
            return Refused("Cần một địa chỉ https đầy đủ.", "A full https address is needed.");
        if (url.UserInfo.Length > 0 || url.Fragment.Length > 0)
            return Refused("Địa chỉ không được chứa tên đăng nhập hay phần #.", "The address must have no user name and no fragment.");
        if (IsAllowedByName(url.IdnHost))
            return null;
        if (url.Scheme != "https" || url.Port != 443)
            return Refused("Chỉ gửi tới https, cổng 443.", "Only https on port 443 is sent to.");
        if (url.IsLoopback || (IPAddress.TryParse(url.IdnHost.Trim('[', ']'), out var literal) && !PublicAddress.Is(literal)))
            return Refused("Địa chỉ thuộc mạng nội bộ.", "The address is of a private network.");
        return null;
    }

    static Rejection Refused(string vi, string en) => new("subscriptions.url-refused", vi, en, StatusCodes.Status400BadRequest, "url");
}
