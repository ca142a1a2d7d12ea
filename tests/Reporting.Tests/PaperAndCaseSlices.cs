using System.Text.Json;
using DanVan.Petitions.Contracts.V1;

namespace DanVan.Reporting.Tests;

/// <summary>Papers (đơn) are counted by paper and cases (vụ việc) by case, in whatever order the events come.</summary>
public sealed class PaperAndCaseSlices(ReportingRunning running)
{
    static readonly DateOnly Day = new(2026, 3, 2);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_part_is_no_paper_and_a_duplicate_no_case(bool backwards)
    {
        await using var province = await Province.Founded(running);
        var (paper, part, duplicate) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        Publisher.Sent[] sent =
        [
            Of(province, paper, Received(paper)),
            Of(province, part, Received(part, of: paper)),
            Of(province, duplicate, Received(duplicate)),
            Of(province, duplicate, new PetitionMerged(duplicate, "KHIEU_NAI", "HANH_CHINH", paper, paper, Day, true), 2),
            // Its case was joined to yet another.
            Of(province, duplicate, new PetitionMerged(duplicate, "KHIEU_NAI", "HANH_CHINH", part, part, Day, true), 3),
        ];
        await province.Publisher.Send(backwards ? sent.Reverse() : sent);
        await province.HasFacts(5);

        var report = await province.Open(province.Commune, "YEAR", 2026);

        Assert.Equal(
            (2, 2, 1),
            (await Number(province, report, "DT01"), await Number(province, report, "DT01.VV"), await Number(province, report, "DT11"))
        );
        Assert.Equal(
            new HashSet<string?> { $"petition/{paper}", $"petition/{duplicate}" },
            [.. (await province.Lineage(report, "DT01")).Select(entry => entry.GetProperty("subject").GetString())]
        );
    }

    [Fact]
    public async Task What_was_received_counts_under_the_kind_that_it_was_found_to_be()
    {
        await using var province = await Province.Founded(running);
        var id = Guid.CreateVersion7();
        await province.Publisher.Send(
            Of(province, id, Received(id)),
            Of(
                province,
                id,
                new PetitionClassified(id, "TO_CAO", "HANH_CHINH", "ELIGIBLE", [], "TT 05/2021", true, Day, null, null, null),
                2
            )
        );
        await province.HasFacts(2);

        var report = await province.Open(province.Commune, "YEAR", 2026);

        Assert.Equal((0, 1), (await Number(province, report, "DT01.KN"), await Number(province, report, "DT01.TC")));
    }

    [Fact]
    public async Task Filing_withdrawal_stop_and_reopening_are_counted_each_time()
    {
        await using var province = await Province.Founded(running);
        var (filed, withdrawn, stopped) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await province.Publisher.Send(
            Of(
                province,
                filed,
                new PetitionClassified(filed, "KHIEU_NAI", "HANH_CHINH", "NOT_ELIGIBLE", ["E3"], "", false, Day, null, null, Day),
                2
            ),
            Of(
                province,
                withdrawn,
                new PetitionWithdrawn(withdrawn, "KHIEU_NAI", "HANH_CHINH", false, "LETTER", null, Day, false, true),
                2
            ),
            Of(province, withdrawn, new PetitionWithdrawn(withdrawn, "KHIEU_NAI", "HANH_CHINH", true, "LETTER", null, Day, true, true), 3),
            // The decision after a withdrawal stops nothing that was still under way.
            Of(province, withdrawn, new PetitionStopped(withdrawn, "KHIEU_NAI", "HANH_CHINH", "KN.STOP.WITHDRAWN", Day, null, true), 4),
            Of(province, stopped, new PetitionStopped(stopped, "KHIEU_NAI", "HANH_CHINH", "KN.STOP.NO_OBJECT", Day, null, true), 2),
            Of(province, stopped, new PetitionReopened(stopped, "KHIEU_NAI", "HANH_CHINH", "STOPPED", "SET_ASIDE", Day, null, null), 3),
            Of(province, stopped, new PetitionStopped(stopped, "KHIEU_NAI", "HANH_CHINH", "KN.STOP.COURT", Day, null, true), 4)
        );
        await province.HasFacts(7);

        var report = await province.Open(province.Commune, "YEAR", 2026);

        foreach (var (code, number) in new[] { ("DT12", 1), ("DT13", 0), ("DT14", 1), ("DT15", 2), ("DT16", 1) })
            Assert.Equal((code, number), (code, await Number(province, report, code)));
    }

    static PetitionReceived Received(Guid id, Guid? of = null) =>
        new(id, "KHIEU_NAI", "BUU_CHINH", "HANH_CHINH", null, Day, "KN.ACC", Day.AddDays(9), PaperId: of);

    static Publisher.Sent Of<T>(Province province, Guid petition, T @event, int version = 1)
        where T : class => Publisher.Of(province.Commune, $"petition/{petition}", @event, version);

    static async Task<int> Number(Province province, Guid report, string code) =>
        (await province.Cell(report, code)).GetProperty("value").GetProperty("number").GetInt32();
}
