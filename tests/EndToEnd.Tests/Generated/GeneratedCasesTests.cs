using DanVan.Support;

namespace DanVan.EndToEnd.Tests.Generated;

/// <summary>A thousand cases of all kinds through random steps: what the law forbids is refused and changes nothing, and all books agree afterwards.</summary>
public sealed class GeneratedCasesTests(GeneratedLives lives, ITestOutputHelper output) : IClassFixture<GeneratedLives>
{
    static readonly (string From, string To)[] Windows =
    [
        ("2026-06-15", "2026-07-31"),
        ("2026-08-01", "2026-08-31"),
        ("2026-09-01", "2026-11-30"),
        ("2025-12-15", "2026-12-14"),
    ];

    /// <summary>Rules that only a long life, or a second one, comes to break.</summary>
    static readonly string[] Rare =
    [
        "limit-has-passed",
        "no-further-extension",
        "lodged-too-late",
        "no-third-round",
        "first-of-another-kind",
        "next-round-is-with-the-superior",
        "first-round-runs",
        "nothing-to-go-on-from",
        "decision-receipt-missing",
        "decision-received-later",
        "no-decision-yet",
        "no-effect",
        "protects-denouncers",
    ];

    [Fact]
    public void Lawful_steps_are_taken_and_unlawful_ones_refused_with_the_rule_and_change_nothing()
    {
        var (lawful, unlawful) = (lives.Lived.Sum(x => x.Lawful), lives.Lived.Sum(x => x.Unlawful));
        output.WriteLine(
            $"DANVAN_SEED={GeneratedLives.Seed}: {lives.Cases.Count()} cases, {lawful} lawful steps, {unlawful} unlawful ones"
        );

        var faults = lives.Lived.SelectMany(x => x.Faults).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(lawful > 1500 && unlawful > 1500, $"{lawful} lawful steps, {unlawful} unlawful ones");
        // What never comes about is not tested.
        Assert.Empty(Law.Table.Select(row => row.Event).Except(lives.Cases.SelectMany(x => x.Told)));
        Assert.Empty(Rare.Except(lives.Lived.SelectMany(x => x.Refusals)));
        Assert.Contains(lives.Cases, x => x is { Kind: Law.Complaint, Round: 2, State: "RESOLVED" });
        Assert.Contains(lives.Cases, x => x is { Kind: Law.Denunciation, Round: > 1, State: "RESOLVED" });
        Assert.Contains(lives.Cases, x => x.Log.Exists(entry => entry.What == "RESOLVED LATE"));
    }

    [Fact]
    public async Task The_row_the_journal_and_the_oracle_tell_of_the_same_steps()
    {
        var rows = await Read(
            """
            select p.id, p.state || ' ' || p.kind || ' ' || p.unit_id || ' ' || p.version || ' ' || j.steps || ' ' || p.case_id
            from petitions p join (
                select subject, string_agg(split_part(type, '.', 4), ',' order by version) as steps
                from (select subject, type, version from chassis.journal union all select subject, type, version from chassis.outbox) told
                where subject like 'petition/%' group by subject
            ) j on j.subject = 'petition/' || p.id
            """
        );
        foreach (var x in lives.Cases)
            Assert.Equal($"{x.State} {x.Kind} {x.Unit} {x.Version} {string.Join(',', x.Told)} {x.CaseId}", rows[x.Id]);
        Assert.Equal(lives.Cases.Count(), rows.Count);
    }

    [Fact]
    public async Task What_the_journal_comes_to_is_the_state_of_the_row()
    {
        await lives.SettledStatistics(lives.Place.Root, "2026-01-01", "2026-12-31");
        var folded = await Read(
            """
            select distinct on (petition_id) petition_id,
                concat_ws(' ', ending, case when ended_on < 'infinity' then 'ended' end, kind, unit_id, coalesce(accepted_on < 'infinity', false))
            from counted_spells where until_sequence is null order by petition_id, number desc
            """
        );
        foreach (var x in lives.Cases)
        {
            var ending = x.IsOpen ? "" : $"{Ending(x)} ended ";
            Assert.Equal((x.Id, $"{ending}{x.Kind} {x.Unit} {(x.AcceptedOn is null ? 'f' : 't')}"), (x.Id, folded[x.Id]));
        }
    }

    [Fact]
    public async Task Limits_are_open_where_something_is_owed_and_nowhere_else()
    {
        var limits = await Read(
            """
            select p.id, concat_ws(' ', count(d.*) filter (where suspended_on is null and d.rule !~ '(SEND[12]?|NOTIFY|REPORT|PRESS|NOTICE)$'), count(d.*) filter (where suspended_on is not null),
                min(due) filter (where suspended_on is null) is not distinct from p.due_on)
            from petitions p left join deadlines d on d.petition_id = p.id and d.met_on is null and not d.superseded group by p.id
            """
        );
        foreach (var x in lives.Cases)
        {
            var owed = limits[x.Id].Split(' ');
            Assert.Equal((x.Id, x.State == "SUSPENDED" ? "1" : "0", "t"), (x.Id, owed[1], owed[2]));
            // What is to be sent is owed beside that. Of a board's denunciation the forwarding is owed beside the first check, and a first answer after a reception.
            var answer = Law.Receptions.Contains(x.Channel) ? 1 : 0;
            var (least, most) = x switch
            {
                { State: "RECEIVED", Kind: Law.Denunciation } => (1, 2 + answer),
                { State: "RECEIVED" } => (1, 1 + answer),
                { State: "ACCEPTED", Kind: Law.Complaint or Law.Denunciation } => (1, 1),
                { State: "RESOLVED", Kind: Law.Denunciation } => (x.IsActedOn ? 0 : 1) + (x.IsPublished ? 0 : 1) is var left
                    ? (left, left)
                    : default,
                _ => (0, 0),
            };
            Assert.True(int.Parse(owed[0], null) >= least && int.Parse(owed[0], null) <= most, $"{x}: {limits[x.Id]}");
        }
    }

    [Fact]
    public async Task The_statistics_are_the_oracles_own_counts()
    {
        foreach (var (from, to) in Windows)
        foreach (var unit in (Guid[])[lives.Place.Root, .. lives.Place.Units])
        {
            var told = await lives.SettledStatistics(unit, from, to);
            var oracle = new Oracle([.. lives.Cases], lives.Place.Below(unit), DateOnly.Parse(from, null), DateOnly.Parse(to, null));
            foreach (var (code, numbers) in oracle.Figures())
                Assert.Equal((unit, from, code, numbers), (unit, from, code, told.ByCode[code]));
            Assert.Equal(oracle.Others().Order(StringComparer.Ordinal), told.Others.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task The_cells_of_reports_are_the_figures_of_the_statistics()
    {
        foreach (var (from, to) in Windows)
        foreach (var unit in (Guid[])[lives.Place.Root, .. lives.Place.Units])
        {
            var figures = await lives.SettledStatistics(unit, from, to);
            var report = await Reconciliation.Open(lives.Reporter, unit, from, to);
            IReadOnlyList<string> drift = ["not compared yet"];
            try
            {
                await Eventually.True(
                    "reporting to agree",
                    async () => (drift = await Reconciliation.Drift(lives.Reporter, report, figures)).Count == 0
                );
            }
            catch (TimeoutException)
            {
                Assert.Fail($"unit {unit}, {from} to {to}: {string.Join("; ", drift)}");
            }
            var oracle = new Oracle([.. lives.Cases], lives.Place.Below(unit), DateOnly.Parse(from, null), DateOnly.Parse(to, null));
            var cells = await Reconciliation.Cells(lives.Reporter, report);
            foreach (var (kind, cell) in new[] { ("KHIEU_NAI", "KN"), ("TO_CAO", "TC"), ("KIEN_NGHI", "KNGHI"), ("PHAN_ANH", "PA") })
                Assert.Equal((unit, kind, (decimal?)oracle.Received(kind).Papers), (unit, kind, cells[$"DT01.{cell}"]));
        }
    }

    static string Ending(GeneratedCase x) =>
        x.State switch
        {
            "INFO_ONLY" => "INFORMATION",
            "MERGED" => "DUPLICATE",
            // The decision that follows a withdrawal.
            "STOPPED" when x.WasWithdrawn => "WITHDRAWN",
            _ => x.State,
        };

    async Task<Dictionary<Guid, string>> Read(string sql)
    {
        var rows = new Dictionary<Guid, string>();
        await using var command = lives.Database.Source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows[reader.GetGuid(0)] = reader.GetString(1);
        return rows;
    }
}
