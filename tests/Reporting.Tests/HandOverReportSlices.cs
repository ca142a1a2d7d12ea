using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Chassis;
using DanVan.Support;

namespace DanVan.Reporting.Tests;

/// <summary>Open reports of a unit that has ended, for which a person decides who answers.</summary>
public sealed class HandOverReportSlices(ReportingRunning running)
{
    static readonly DateOnly TheDay = new(2026, 9, 1);

    [Fact]
    public async Task Of_several_successors_the_one_that_a_person_chooses_answers_for_it_and_it_stays_the_ended_units_own()
    {
        await using var province = await Province.Founded(running, otherCommuneEndsOn: TheDay);
        var ended = province.OtherCommune;
        var report = await province.Open(ended, "YEAR", 2025);
        await province.FurtherCommune(cameOutOf: ended);
        var chosen = await province.FurtherCommune(cameOutOf: ended);
        Assert.Contains(report, await Waiting(province));

        Assert.Equal("units.not-a-successor toUnitId", await Refused(province.Clerk, report, province.Commune, HttpStatusCode.Conflict));
        var after = await province.Change(HttpMethod.Post, report, "unit", new { toUnitId = chosen });

        Assert.Equal((ended, chosen), (after.GetProperty("unitId").GetGuid(), after.GetProperty("handledByUnitId").GetGuid()));
        Assert.Equal(2, after.GetProperty("version").GetInt32());
        Assert.DoesNotContain(report, await Waiting(province));
        Assert.Equal($"{ended} {chosen} {TimeProvider.System.Today():yyyy-MM-dd} null {ended}", await Told(report));
        using var its = province.ClientOf(chosen);
        Assert.Equal(HttpStatusCode.OK, (await its.GetAsync($"api/v1/reports/{report}")).StatusCode);
        // Who answers for it exists, so nobody has to decide again.
        Assert.Equal("units.still-exists ", await Refused(province.Clerk, report, province.Commune, HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Without_a_successor_any_unit_that_the_caller_sees_answers_for_it_until_it_ends_as_well()
    {
        await using var province = await Province.Founded(running, otherCommuneEndsOn: TheDay);
        var (report, later) = (await province.Open(province.OtherCommune, "YEAR", 2025), await province.FurtherCommune());

        await province.Change(HttpMethod.Post, report, "unit", new { toUnitId = later });
        await province.Publisher.Send(Publisher.Unit(later, province.Id, "COMMUNE", endsOn: TheDay, version: 2));
        await Eventually.True("the report to wait again", async () => (await Waiting(province)).Contains(report));
        var after = await province.Change(HttpMethod.Post, report, "unit", new { toUnitId = province.Commune });

        Assert.Equal(province.Commune, after.GetProperty("handledByUnitId").GetGuid());
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_nothing_changes()
    {
        await using var province = await Province.Founded(running, otherCommuneEndsOn: TheDay);
        await using var neighbour = await Province.Founded(running);
        var report = await province.Open(province.OtherCommune, "YEAR", 2025);

        foreach (var unknown in new[] { neighbour.Commune, Guid.CreateVersion7(), province.OtherCommune })
            Assert.Equal("units.unknown toUnitId", await Refused(province.Clerk, report, unknown, HttpStatusCode.BadRequest));
        foreach (var body in new object[] { new { }, new { toUnitId = "x" }, new { toUnitId = 1.5 }, new { toUnitId = (Guid?)null } })
        {
            using var answer = await Send(province.Clerk, report, body);
            Assert.EndsWith(" toUnitId", await Refusal(answer, HttpStatusCode.BadRequest), StringComparison.Ordinal);
        }
        var right = new { toUnitId = province.Commune };
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Send(province.Clerk, report, right, version: 2)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await Send(province.Clerk, report, right, version: null)).StatusCode);
        using var writer = running.Reporting.As(province.Id, "reporting.read", "reporting.write");
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(writer, report, right)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Send(neighbour.Clerk, report, right)).StatusCode);

        var after = await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}");
        Assert.Equal(1, after.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task The_report_of_a_unit_that_exists_and_one_that_is_approved_stay_where_they_are()
    {
        await using var province = await Province.Founded(running, otherCommuneEndsOn: TheDay);
        var (going, approved) = (
            await province.Open(province.Commune, "YEAR", 2025),
            await province.Open(province.OtherCommune, "YEAR", 2025)
        );
        await province.Change(HttpMethod.Post, approved, "submission");
        await province.Change(HttpMethod.Post, approved, "approval");

        Assert.Equal("units.still-exists ", await Refused(province.Clerk, going, province.Id, HttpStatusCode.Conflict));
        Assert.Equal("reporting.approved ", await Refused(province.Clerk, approved, province.Commune, HttpStatusCode.Conflict));
    }

    static async Task<List<Guid>> Waiting(Province province) =>
        [
            .. (await province.Clerk.GetFromJsonAsync<JsonElement>("api/v1/reports?ofEndedUnits=true&limit=1000"))
                .GetProperty("items")
                .EnumerateArray()
                .Select(report => report.GetProperty("id").GetGuid()),
        ];

    /// <summary>The code of a refusal, and what it names.</summary>
    static async Task<string> Refused(HttpClient client, Guid report, Guid to, HttpStatusCode status)
    {
        var version = (await client.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}")).GetProperty("version").GetInt32();
        using var answer = await Send(client, report, new { toUnitId = to }, version);
        return await Refusal(answer, status);
    }

    static async Task<string> Refusal(HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, text);
        var problem = JsonElement.Parse(text);
        var named = problem.TryGetProperty("errors", out var errors) ? errors.EnumerateObject().Select(error => error.Name) : [];
        return $"{problem.GetProperty("code").GetString()} {string.Join(' ', named)}";
    }

    static async Task<HttpResponseMessage> Send(HttpClient client, Guid report, object body, int? version = 1)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/reports/{report}/unit") { Content = JsonContent.Create(body) };
        if (version is not null)
            request.Headers.IfMatch.Add(new($"\"{version}\""));
        return await client.SendAsync(request);
    }

    Task<string> Told(Guid report) =>
        Eventually.Found(
            "the handover in the journal",
            () =>
                running.Reporting.Database.Scalar<string>(
                    """
                    select concat_ws(' ', data ->> 'unitId', data ->> 'toUnitId', data ->> 'handedOverOn', data -> 'reorganisationId', unit)
                    from chassis.journal where type = 'vn.danvan.reporting.report-handed-over.v1' and subject = $1
                    """,
                    $"report/{report}"
                )!
        );
}
