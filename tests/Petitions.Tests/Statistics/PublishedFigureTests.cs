using DanVan.Petitions.Receptions;
using DanVan.Petitions.Statistics;

namespace DanVan.Petitions.Tests.Statistics;

/// <summary>Figures of citizen reception that provinces have published, counted again from visits that make them up.</summary>
public sealed class PublishedFigureTests
{
    static readonly Window FirstHalf2017 = new(new(2016, 12, 15), new(2017, 6, 14));
    static readonly Window FirstHalf2019 = new(new(2018, 12, 15), new(2019, 6, 14));
    static readonly Window FirstHalf2020 = new(new(2019, 12, 15), new(2020, 6, 14));

    [Fact]
    public void Lam_Dong_in_the_first_half_of_2017_is_whole_in_each_partition()
    {
        var cells = Cells(LamDong(), FirstHalf2017);

        Assert.Equal((1_647, 2_086), Figure(cells, "visits"));
        Assert.Equal((1_147, 1_325), Figure(cells, "visits.regular"));
        Assert.Equal((500, 761), Figure(cells, "visits.periodic"));
        Assert.Equal((736, 911), (Figure(cells, "visits.old-cases").Visits, Figure(cells, "visits.new-cases").Visits));
        Assert.Equal(
            (20, 11, 9),
            (Figure(cells, "groups").Visits, Figure(cells, "groups.old-cases").Visits, Figure(cells, "groups.new-cases").Visits)
        );
        Assert.Equal((408 + 11 + 3, 14 + 1), (Figure(cells, "visits.complaints").Visits, Figure(cells, "visits.denunciations").Visits));
        Assert.Equal(1_210, Figure(cells, "visits.proposals").Visits + Figure(cells, "visits.feedback").Visits);
        Assert.Equal((987, 660), (Figure(cells, "visits.guided").Visits, Figure(cells, "visits.received").Visits));
        AllPartitionsSum(cells);
    }

    [Fact]
    public void Ninh_Thuan_in_the_first_half_of_2020_had_146_visits_and_127_people_fewer_and_7_groups_of_166_people()
    {
        // Published beside each other and not of the same visits: 241 people in 12 groups would leave 850 for a thousand visits.
        var (visits, before) = (Of(FirstHalf2020, 866, 964), Of(FirstHalf2019, 1_012, 1_091));
        var (groups, groupsBefore) = (Of(FirstHalf2020, 5, 75), Of(FirstHalf2019, 12, 241));

        Assert.Equal((-146, -127), Difference("visits", visits, before));
        Assert.Equal((-7, -166), Difference("groups", groups, groupsBefore));
        foreach (var cells in new[] { visits, before, groups, groupsBefore })
            AllPartitionsSum(cells);

        static (int, int) Difference(string code, List<CountedVisits> now, List<CountedVisits> before) =>
            (Figure(now, code).Visits - Figure(before, code).Visits, Figure(now, code).People - Figure(before, code).People);

        static List<CountedVisits> Of(Window window, int visits, int people) =>
            Cells(People(visits, people, 0, 0).Select((count, i) => Visit(window.From.AddDays(i % 180), people: count)), window);
    }

    [Fact]
    public void A_visit_outside_of_the_window_is_not_counted() =>
        Assert.Equal((0, 0), Figure(Cells([Visit(FirstHalf2017.To.AddDays(1))], FirstHalf2017), "visits"));

    /// <summary>Each attribute in its published numbers, dealt out independently of the others.</summary>
    static IEnumerable<CountedVisit> LamDong()
    {
        var random = new Random(2017);
        var isNew = Dealt(random, (false, 736), (true, 911));
        var kinds = Dealt(
            random,
            (PetitionKind.KhieuNai, 422),
            (PetitionKind.ToCao, 15),
            (PetitionKind.KienNghi, 610),
            (PetitionKind.PhanAnh, 600)
        );
        var outcomes = Dealt(random, (VisitOutcome.Guided, 987), (VisitOutcome.Received, 660));
        // Of the groups, all of five people, eight came to regular sessions and twelve to periodic ones.
        int[] people =
        [
            .. People(visits: 1_147, people: 1_325, groups: 8, inGroups: 40),
            .. People(visits: 500, people: 761, groups: 12, inGroups: 60),
        ];
        var (old, young) = (11, 9);
        for (var i = 0; i < people.Length; i++)
        {
            // Eleven of the groups came with cases that had been heard before: exchanged with another visit where the cards fell otherwise.
            if (people[i] >= Receptions.Visit.Group)
            {
                var wanted = old == 0;
                (old, young) = wanted ? (old, young - 1) : (old - 1, young);
                if (isNew[i] != wanted)
                {
                    var other = Enumerable.Range(0, people.Length).First(j => people[j] < Receptions.Visit.Group && isNew[j] == wanted);
                    (isNew[i], isNew[other]) = (isNew[other], isNew[i]);
                }
            }
        }
        return people.Select(
            (count, i) =>
                Visit(
                    FirstHalf2017.From.AddDays(random.Next(180)),
                    i < 1_147 ? ReceptionKind.ThuongXuyen : ReceptionKind.DinhKy,
                    count,
                    isNew[i],
                    kinds[i],
                    outcomes[i]
                )
        );
    }

    /// <summary>So many people in so many visits: groups as equal as may be, then couples, then single ones.</summary>
    static int[] People(int visits, int people, int groups, int inGroups)
    {
        var spread = new int[visits];
        for (var i = 0; i < groups; i++)
            spread[i] = inGroups / groups + (i < inGroups % groups ? 1 : 0);
        var (others, more) = (visits - groups, people - inGroups - (visits - groups));
        for (var i = 0; i < others; i++)
            spread[groups + i] = 1 + more / others + (i < more % others ? 1 : 0);
        return spread;
    }

    static T[] Dealt<T>(Random random, params (T Value, int Count)[] cards)
    {
        T[] all = [.. cards.SelectMany(card => Enumerable.Repeat(card.Value, card.Count))];
        random.Shuffle(all);
        return all;
    }

    static CountedVisit Visit(
        DateOnly on,
        ReceptionKind session = ReceptionKind.ThuongXuyen,
        int people = 1,
        bool isNew = true,
        PetitionKind kind = PetitionKind.PhanAnh,
        VisitOutcome outcome = VisitOutcome.Guided
    ) =>
        new()
        {
            VisitId = Guid.CreateVersion7(),
            Sequence = 1,
            UnitId = Guid.Empty,
            HeldOn = on,
            Session = session,
            ReceivedBy = session is ReceptionKind.DinhKy ? ReceivedBy.Head : ReceivedBy.Officer,
            IsOnline = false,
            Kind = kind,
            Field = PetitionField.HanhChinh,
            People = people,
            IsGroup = people >= Receptions.Visit.Group,
            IsNewCase = isNew,
            Outcome = outcome,
        };

    static List<CountedVisits> Cells(IEnumerable<CountedVisit> visits, Window window) => [.. visits.AsQueryable().Count(window)];

    static (int Visits, int People) Figure(List<CountedVisits> cells, string code) =>
        VisitIndicators.All.Single(indicator => indicator.Code == code).Of(cells);

    static void AllPartitionsSum(List<CountedVisits> cells)
    {
        foreach (var partition in VisitIndicators.Partitions)
            Assert.Equal(
                (partition.Whole, Figure(cells, partition.Whole)),
                (
                    partition.Whole,
                    (partition.Parts.Sum(part => Figure(cells, part).Visits), partition.Parts.Sum(part => Figure(cells, part).People))
                )
            );
    }
}
