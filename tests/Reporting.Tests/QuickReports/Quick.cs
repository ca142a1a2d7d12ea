using System.Text.Json;
using DanVan.Support;

namespace DanVan.Reporting.Tests.QuickReports;

/// <summary>Quick reports as units send them.</summary>
static class Quick
{
    public static object Report(
        Guid place,
        string field = "HOT_SPOT",
        string urgency = "URGENT",
        string at = "2026-07-20T08:30:00+07:00",
        string whatHappened = "Khoảng 40 hộ tập trung trước trụ sở.",
        Guid? unitId = null
    ) =>
        new
        {
            subject = "Phản đối điểm tập kết rác",
            field,
            urgency,
            placeUnitId = place,
            situationAt = at,
            whatHappened,
            forecast = "Có thể kéo dài.",
            proposal = "Cho chủ trương về vị trí thay thế.",
            measuresTaken = "Đã gặp đại diện các hộ.",
            unitId,
        };

    /// <summary>Sends one; where it stands.</summary>
    public static async Task<string> Sent(HttpClient client, object report) =>
        $"quick-reports/{(await client.Send(HttpMethod.Post, "quick-reports", report).Taken()).Text("id")}";

    /// <summary>The subjects and units of its events.</summary>
    public static Task<string> Told(this ServiceProcess reporting, string report) =>
        reporting.Database.Scalar<string>(
            """
            select coalesce(string_agg(split_part(type, '.', 4), ', ' order by version), '') from
                (select type, version, subject from chassis.journal union all select type, version, subject from chassis.outbox) told
            where subject = 'quick-report/' || split_part($1, '/', 2)
            """,
            report
        );

    public static IEnumerable<JsonElement> Items(this JsonElement page) => page.GetProperty("items").EnumerateArray();
}
