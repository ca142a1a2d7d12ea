using DanVan.Conferences.Conclusions;

namespace DanVan.Conferences.Statistics;

/// <summary>
/// Counts over conferences. Lists of named things hold the 500 most frequent. Declared and entered stand side by side; a null is "not stated".
/// </summary>
/// <param name="Conferences">Conferences counted.</param>
/// <param name="ByKind">By main kind.</param>
/// <param name="ByMode">By the way the delegates met.</param>
/// <param name="ByLevel">By level of the organiser.</param>
/// <param name="BridgeSites">Named bridge sites; the centre is none.</param>
/// <param name="CentralChairStated">Conferences with bridge sites or online for which a chair at the centre is stated.</param>
/// <param name="PeopleInSeveral">People who took part in two conferences or more.</param>
/// <param name="Themes">Themes of years as the conferences named them.</param>
/// <param name="KeyTasks">Key tasks of the conferences that declared a number of them.</param>
/// <param name="Models">Models named.</param>
/// <param name="OversightPlans">Inspections and surveys announced.</param>
/// <param name="Topics">Topics touched.</param>
/// <param name="Awards">Award decisions handed over.</param>
public sealed record StatisticsView(
    int Conferences,
    IReadOnlyList<Counted> ByKind,
    IReadOnlyList<Counted> ByMode,
    IReadOnlyList<Counted> ByLevel,
    IReadOnlyList<Named> BridgeSites,
    IReadOnlyList<Guid> CentralChairStated,
    IReadOnlyList<Named> PeopleInSeveral,
    IReadOnlyList<ThemeOfYear> Themes,
    IReadOnlyList<KeyTasks> KeyTasks,
    IReadOnlyList<Named> Models,
    IReadOnlyList<Counted> OversightPlans,
    IReadOnlyList<Named> Topics,
    AwardsHandedOver Awards
);

/// <summary>How many of one code.</summary>
public sealed record Counted(string Code, int Count);

/// <summary>Something named, with the conferences that name it.</summary>
/// <param name="Id">Its id, where it is identified.</param>
/// <param name="Name">Its name; of a person, the public one, else as it was printed, else none.</param>
/// <param name="Conferences">Their ids.</param>
public sealed record Named(Guid? Id, string? Name, Guid[] Conferences);

/// <summary>A theme with the conferences that name it.</summary>
public sealed record ThemeOfYear(int Year, Guid? Id, string Name, Guid[] Conferences);

/// <summary>Key tasks declared beside entered.</summary>
public sealed record KeyTasks(Guid Conference, int Declared, int Entered, ListStatus Status);

/// <summary>Award decisions handed over, declared recipients beside those entered by name.</summary>
/// <param name="Decisions">Decisions.</param>
/// <param name="DeclaredCollectives">Sum over the decisions that state it; null when none does.</param>
/// <param name="DeclaredIndividuals">Likewise.</param>
/// <param name="EnteredRecipients">Recipients entered by name.</param>
public sealed record AwardsHandedOver(int Decisions, int? DeclaredCollectives, int? DeclaredIndividuals, int EnteredRecipients);
