using System.Collections.Frozen;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Intake;
using DanVan.Petitions.Receipts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Open311;

/// <summary>
/// Enters feedback in the book of a unit as any other petition: with its deadline, its event and its receipt. GeoReport v2, POST Service Request. Who sends it
/// and where it is go sealed into the vault; the ids of devices and accounts are not kept.
/// </summary>
sealed class SendRequest(
    PetitionsDb db,
    UnitTree tree,
    DeadlineEngine deadlines,
    PetitionBook book,
    ReceiptBook receipts,
    IntakeQuota quota,
    TimeProvider clock
)
{
    const int LongestForm = 64 * 1024;
    static readonly FrozenSet<string> KeyScopes = FrozenSet.ToFrozenSet([Scopes.Write]);

    static readonly RequestForm Example = new(
        ApiKey: null,
        "82",
        "HANH_CHINH",
        "Đường liên xã có hố sâu, xe máy đi buổi tối dễ ngã.",
        Latitude: 10.4938,
        Longitude: 105.6882,
        AddressString: null,
        AddressId: null,
        "Ví Dụ",
        "Nguyễn Văn",
        "0912 345 678",
        "vi.du@example.org",
        MediaUrl: null,
        DeviceId: null,
        AccountId: null,
        "Thôn Ví Dụ"
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/requests.{format}", Handle)
            .WithName("sendOpen311Request")
            .TakeIdempotencyKey(sealAnswer: true) // It shows the code and PIN, which are stored nowhere else.
            .Accepts<RequestForm>("application/x-www-form-urlencoded")
            .WithMetadata(new RequestSizeLimitAttribute(LongestForm))
            .WithExample(Example)
            .Produces<IReadOnlyList<EnteredView>>(201, GeoAnswer.Json, GeoAnswer.Xml)
            .Produces<IReadOnlyList<ErrorView>>(403, GeoAnswer.Json, GeoAnswer.Xml)
            .WithSummary("Open311: gửi phản ánh / Send feedback")
            .WithDescription(
                "Takes an `api_key` (`POST /api/v1/petitions/intake-keys`), or a token with the scope `petitions.write` in its place. The code and PIN by which the "
                    + "sender follows it stand in `service_notice` and nowhere else. Refusals are lists of `code` and `description`. Sent twice it is entered twice, and the second is held for review; "
                    + "with an `Idempotency-Key`, of at least 16 characters beside an `api_key`, it is entered once and answered the same. What is wrong with that key is told "
                    + "as a problem (RFC 9457)."
            );

    static async Task<IResult> Handle(
        string format,
        HttpRequest request,
        HttpResponse response,
        Caller caller,
        SendRequest sending,
        CancellationToken ct
    )
    {
        if (GeoAnswer.RefuseFormat(response, format) is { } noFormat)
            return noFormat;
        if (await Read(request, ct) is not { } form)
            return GeoAnswer.Refuse(response, format, GeoError.NoForm);
        var (entered, errors, wait) = await sending.Enter(new(form), caller, request.HttpContext, ct);
        if (wait is { } time)
            return GeoAnswer.Wait(response, format, time);
        if (entered is null)
            return GeoAnswer.Refuse(response, format, errors);
        response.Headers.CacheControl = "no-store";
        return GeoAnswer.Write<EnteredView[]>(response, format, "service_requests", [entered], StatusCodes.Status201Created);
    }

    async Task<(EnteredView? Entered, IReadOnlyList<ErrorView> Errors, TimeSpan? Wait)> Enter(
        RequestReader form,
        Caller caller,
        HttpContext http,
        CancellationToken ct
    )
    {
        var today = clock.Today();
        // Clients that name the jurisdiction in every address name it in this one as well.
        var jurisdiction = form.Text("jurisdiction_id") ?? http.Request.Query["jurisdiction_id"].FirstOrDefault();
        var (key, code) = (form.Text("api_key"), form.Text("service_code"));
        if (await ActsFor(key, caller, today, ct) is not { } client)
            return (null, [GeoError.NoKey], null);
        var (unit, unknown) = Jurisdiction.Find(jurisdiction, tree, today);
        if (unit is null)
            return (null, [unknown!], null);
        if (!client.Sees(unit.UnitId, today, tree))
            return (null, [GeoError.KeyOfAnotherUnit], null);
        if ((code is null ? null : Catalogue.Find(code)) is not { } field)
            return (null, [code is null ? GeoError.NoService : GeoError.UnknownService], null);
        var (sender, description) = (form.Sender(), form.Description());
        if (form.Errors.Count > 0)
            return (null, form.Errors, null);
        if (sender?.IsNamedIn(description!) == true)
            return (null, [GeoAnswer.Of(Refused.IdentityInSummary)], null);

        var petition = new Petition
        {
            UnitId = unit.UnitId,
            Kind = PetitionKind.PhanAnh,
            Channel = Channel.CongDienTu,
            Field = field,
            ReceivedOn = today,
            Summary = description!,
            PlaceUnitId = unit.UnitId,
            // Without name and address it has no petitioner in the sense of TT 05/2021/TT-TTCP Đ6.2, whatever else is sealed.
            PetitionerType = sender is { FullName.Length: > 0, Address.Length: > 0 } ? sender.Type : null,
        };
        if (petition.Register(unit.Kind, deadlines, today) is { } refused)
            return (null, [GeoAnswer.Of(refused)], null);

        var (wait, heldFor) = await quota.Count($"{client.Issuer} {client.Subject}", http, description!, ct);
        if (wait is not null)
            return (null, [], wait);
        Actor.Current = client.Subject;
        book.Enter(petition, PeopleOfPetition.Only(sender));
        var (receipt, shown) = receipts.Issue(petition.Id);
        db.Add(receipt);
        var listed = db.Add(new PublicRequest { PetitionId = petition.Id, ReceivedAt = clock.GetUtcNow() }).Entity;
        if (heldFor.Count > 0)
            listed.Hold(heldFor);
        await db.SaveChangesAsync(ct);
        return (new($"{petition.Id}", Notice(shown, petition.DueOn), AccountId: null), [], null);
    }

    /// <summary>Who enters it: the client of the key, in the key's unit, with that one right; or the caller of a token. Nobody by default.</summary>
    async Task<Caller?> ActsFor(string? secret, Caller caller, DateOnly today, CancellationToken ct)
    {
        if (secret is null)
            return caller.Has(Scopes.Write) ? caller : null;
        var hash = IntakeKey.HashOf(secret);
        return
            await db.IntakeKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Hash == hash && k.EndedOn == null && k.ExpiresOn >= today, ct)
                is { } key
            ? new(key.Client, key.UnitId, KeyScopes)
            : null;
    }

    static string Notice(ReceiptView receipt, DateOnly? due) =>
        Phrases.Of(
            $"Mã hồ sơ: {receipt.Code}; mã PIN: {receipt.Pin}. Xin ghi lại và giữ kín: cơ quan không lưu mã này; dùng mã để tra cứu kết quả và trả lời câu hỏi. "
                + $"Trả lời đầu tiên chậm nhất ngày {due:dd/MM/yyyy}.",
            $"Code: {receipt.Code}; PIN: {receipt.Pin}. Please write them down and tell nobody: they are kept nowhere else; with them you follow what becomes of it "
                + $"and answer questions. The first answer is due by {due:yyyy-MM-dd}."
        );

    static async Task<IFormCollection?> Read(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType)
            return null;
        try
        {
            return await request.ReadFormAsync(ct);
        }
        catch (InvalidDataException)
        {
            return null; // Too many fields, or a field too long: the caller's mistake and no failure of ours.
        }
    }
}
