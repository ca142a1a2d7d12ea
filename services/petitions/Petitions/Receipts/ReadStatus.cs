using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Receipts;

/// <summary>Where a petition stands and what comes next by which day, for whoever holds its receipt.</summary>
public static class ReadStatus
{
    public const string PinWritten = "[0-9]{6}";
    internal const string ExampleCode = "2K7M-0X4T-9E1H-R356";
    internal const string ExamplePin = "402917";

    public sealed record Request([Pattern(TrackingCode.Written)] string Code, [Pattern(PinWritten)] string Pin)
    {
        /// <summary>Says nothing: a record prints its members, and what prints ends in a log.</summary>
        public override string ToString() => nameof(Request);
    }

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/status", Handle)
            .AllowAnonymous()
            .WithoutIdempotency() // It changes nothing, and its answer is not to be kept.
            .WithSummary("Tra cứu hồ sơ bằng mã và mã PIN, không cần tài khoản / Follow a petition by code and PIN, without an account")
            .WithExample(new Request(ExampleCode, ExamplePin))
            .WithDescription(
                "A code whose last letter does not fit the others is mistyped: 400. A wrong code, a wrong PIN and a petition that is gone are the same 404. After some "
                    + "wrong tries of a code, or from an address, every further one is 429 for a while, right or wrong."
            );

    static async Task<Results<Ok<StatusView>, NotFound, ProblemHttpResult>> Handle(
        Request request,
        ReceiptDesk desk,
        StatusPage page,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var (petition, wrong) = await desk.Open(request.Code, request.Pin, response.HttpContext, ct);
        return petition is null ? wrong! : TypedResults.Ok(await page.Of(petition, ct));
    }
}
