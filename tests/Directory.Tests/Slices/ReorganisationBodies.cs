using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Directory.Client;
using DanVan.Support;

namespace DanVan.Directory.Tests.Slices;

/// <summary>Reorganisations as an ordinary client sends them.</summary>
static class ReorganisationBodies
{
    public const string Place = "/api/v1/reorganisations";

    /// <summary>No service answers in these slices, so the time for answers is short.</summary>
    public static readonly IReadOnlyDictionary<string, string> Settings = new Dictionary<string, string>
    {
        ["Reorganisations__ImpactLimit"] = "00:00:01",
        ["Reorganisations__Look"] = "00:00:00.2",
    };

    public static readonly DateOnly Later = new(2099, 1, 1);

    public static object Draft(DateOnly on, params object[] items) =>
        new
        {
            name = "Sắp xếp thử",
            effectiveOn = on,
            items,
        };

    public static object Merge(Guid parent, string? code, params Guid[] units) => Merge(parent, code, Guid.CreateVersion7(), units);

    public static object Merge(Guid parent, string? code, Guid id, Guid[] units) =>
        new
        {
            kind = "MERGE",
            units,
            newUnitId = id,
            name = "Mới",
            fullName = "Xã Mới",
            unitKind = "COMMUNE",
            parentId = parent,
            code,
        };

    /// <summary>A commune is split in two; the first part takes what belongs to it.</summary>
    public static object Split(
        Guid unit,
        (string Code, Guid Id) seat,
        (string Code, Guid Id) part,
        Guid? heir = null,
        params Guid[] below
    ) =>
        new
        {
            kind = "SPLIT",
            units = new[] { unit },
            parts = new[] { Part(seat, below), Part(part, []) },
            heirId = heir,
        };

    static object Part((string Code, Guid Id) part, Guid[] units) =>
        new
        {
            part.Id,
            part.Code,
            name = "Phần",
            fullName = $"Xã Phần {part.Code}",
            kind = "COMMUNE",
            units,
        };

    public static object Rename(Guid unit, string name = "Tên mới") =>
        new
        {
            kind = "RENAME",
            units = new[] { unit },
            name,
            fullName = $"Xã {name}",
        };

    public static object Abolish(Guid unit) => new { kind = "ABOLISH", units = new[] { unit } };

    public static object Signature(string on = "2026-01-05") => new { legalBasis = "NQ 7/TEST", signedOn = on };

    /// <summary>Sends with the headers that the operations ask for; the version is that of now unless told.</summary>
    public static async Task<(int Status, JsonElement Body)> Send(
        this HttpClient client,
        HttpMethod method,
        string path,
        object? body = null,
        string? ifMatch = "*",
        string? key = null
    )
    {
        using var request = new HttpRequestMessage(method, $"{Place}{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Accept-Language", "en");
        request.Headers.Add("Idempotency-Key", key ?? $"{Guid.CreateVersion7()}");
        if (ifMatch is not null)
            request.Headers.IfMatch.Add(ifMatch == "*" ? EntityTagHeaderValue.Any : new EntityTagHeaderValue(ifMatch));
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    public static async Task<JsonElement> Done(this Task<(int Status, JsonElement Body)> sent)
    {
        var (status, body) = await sent;
        Assert.True(status is 200 or 201 or 202, $"{status}: {body}");
        return body;
    }

    /// <summary>Creates a unit.</summary>
    public static async Task<Guid> Made(this HttpClient client, string kind, Guid parent, string? code = null) =>
        (await client.Post("/api/v1/units", DirectoryRunning.Unit(kind, parent, $"Thử {code}", code))) is (201, var unit)
            ? unit.Id()
            : throw new InvalidOperationException($"No unit {code}");

    /// <summary>Drafts, asks for the impact, waits until the time for answers is over, and signs; its id.</summary>
    public static async Task<Guid> Signed(this HttpClient client, object draft)
    {
        var id = (await client.Send(HttpMethod.Post, "/", draft).Done()).Id();
        await client.Send(HttpMethod.Post, $"/{id}/impact").Done();
        await Eventually.True(
            "a signature after the time for answers",
            async () => (await client.Send(HttpMethod.Post, $"/{id}/signature", Signature())).Status == 200
        );
        return id;
    }

    public static Task<string?> State(this HttpClient client, Guid id) => client.Text(id, "state");

    public static async Task<string?> Text(this HttpClient client, Guid id, string member) =>
        (await client.Send(HttpMethod.Get, $"/{id}").Done()).Text(member);
}
