using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DanVan.Reporting.Tests.ReportRequests;

/// <summary>Asks units of a province for the visits (lượt tiếp công dân) of the first half of 2026.</summary>
static class Asking
{
    public const string Title = "Tiếp công dân trước Đại hội";

    public static object Body(
        Guid? unit = null,
        Guid[]? units = null,
        string[]? kinds = null,
        string form = "TTCP_TCD",
        string purpose = "SUDDEN",
        string title = Title,
        string from = "2026-01-01",
        string to = "2026-06-30",
        string sendBy = "2099-07-10",
        int? locksAfterDays = null
    ) =>
        new
        {
            form,
            purpose,
            title,
            from,
            to,
            sendBy,
            kinds = kinds ?? ["COMMUNE"],
            units,
            basis = "Công văn số 15-CV/TU",
            locksAfterDays,
            unitId = unit,
        };

    public static Task<HttpResponseMessage> Ask(this HttpClient client, object body, string? key = null) =>
        client.Send(HttpMethod.Post, "report-requests", body, key: key);

    /// <summary>The request as it was taken.</summary>
    public static Task<JsonElement> Asked(this HttpClient client, object? body = null) => client.Ask(body ?? Body()).Taken();

    public static Guid Id(this JsonElement request) => request.GetProperty("id").GetGuid();

    public static int Index(this JsonElement request) => request.GetProperty("period").GetProperty("index").GetInt32();

    /// <summary>What it is called in questions.</summary>
    public static string Question(this JsonElement request) =>
        $"form={request.Text("form")}&regime=ADHOC&kind=AD_HOC&year={request.GetProperty("period").Text("year")}&index={request.Index()}";

    public static Task<HttpResponseMessage> Open(
        this HttpClient client,
        JsonElement request,
        Guid unit,
        string? from = null,
        string? to = null,
        string? form = null
    ) =>
        client.PostAsJsonAsync(
            "api/v1/reports",
            Province.Opening(
                unit,
                "ADHOC",
                "AD_HOC",
                request.GetProperty("period").GetProperty("year").GetInt32(),
                request.Index(),
                from,
                to,
                form ?? request.Text("form")!
            )
        );

    /// <summary>Opens the report that was asked for, enters so many visits and sends it.</summary>
    public static async Task<Guid> Send(this Province province, JsonElement request, Guid unit, int visits)
    {
        var report = (await province.Clerk.Open(request, unit).Taken()).Id();
        await new Visits(province).Enter(report, visits);
        await province.Change(HttpMethod.Post, report, "submission");
        return report;
    }

    public static Task<HttpResponseMessage> Withdraw(
        this HttpClient client,
        Guid request,
        int? version = 1,
        string reason = "Đã có số liệu."
    ) => client.Send(HttpMethod.Post, $"report-requests/{request}/withdrawal", new { reason }, version);

    /// <summary>Expected, on time, late, missing and not yet due, as the duties of the request stand.</summary>
    public static async Task<(int Expected, int OnTime, int Late, int Missing, int NotYetDue)> Duties(
        this HttpClient client,
        JsonElement request
    )
    {
        var whole = (await client.Read($"duties/completeness?{request.Question()}")).GetProperty("whole");
        return (Of("expected"), Of("onTime"), Of("late"), Of("missing"), Of("notYetDue"));

        int Of(string member) => whole.GetProperty(member).GetInt32();
    }

    public static async Task<HttpStatusCode> Status(this Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        return answer.StatusCode;
    }
}
