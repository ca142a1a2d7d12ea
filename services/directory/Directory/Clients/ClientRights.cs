using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using Microsoft.Extensions.Options;

namespace DanVan.Directory.Clients;

/// <summary>What an administrator may give to a client: no scope that the administrator does not have, no quota that the centre has to decide on.</summary>
internal sealed class ClientRights(IOptions<ClientOptions> options)
{
    public string StandardQuota => options.Value.StandardQuota;

    /// <summary>Refuses scopes that are not there, or that the caller does not have.</summary>
    public static Rejection? Refuse(IEnumerable<string> scopes, Caller caller)
    {
        foreach (var scope in scopes)
            if (!Scopes.All.Contains(scope))
                return UnknownScope(scope);
            else if (!caller.Has(scope))
                return MoreThanOwn(scope);
        return null;
    }

    /// <summary>Refuses a class that is not there; any but the standard one is for the root unit to give, because all share what the platform can carry.</summary>
    public Rejection? RefuseQuota(string quota, Caller caller)
    {
        if (!options.Value.Known.Contains(quota))
            return UnknownQuota(quota, options.Value.Known);
        return quota == StandardQuota || caller.IsRoot() ? null : QuotaOfTheCentre;
    }

    private static Rejection UnknownScope(string scope) =>
        new(
            "clients.unknown-scope",
            $"Không có phạm vi “{scope}”. Các phạm vi: {string.Join(", ", Scopes.All)}.",
            $"There is no scope “{scope}”. The scopes are: {string.Join(", ", Scopes.All)}.",
            400,
            "scopes"
        );

    private static Rejection MoreThanOwn(string scope) =>
        new(
            "clients.more-than-own",
            $"Không thể cấp phạm vi “{scope}” mà người gọi không có.",
            $"The scope “{scope}” cannot be given by a caller who does not have it.",
            Field: "scopes"
        );

    private static Rejection UnknownQuota(string quota, IReadOnlyList<string> known) =>
        new(
            "clients.unknown-quota",
            $"Không có mức hạn ngạch “{quota}”. Các mức: {string.Join(", ", known)}.",
            $"There is no quota class “{quota}”. The classes are: {string.Join(", ", known)}.",
            400,
            "quota"
        );

    private static readonly Rejection QuotaOfTheCentre = new(
        "clients.quota-of-the-centre",
        "Chỉ đơn vị gốc được cấp mức hạn ngạch khác mức thông thường.",
        "Only the root unit gives another quota class than the standard one.",
        Field: "quota"
    );
}
