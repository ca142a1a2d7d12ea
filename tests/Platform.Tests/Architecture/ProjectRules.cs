using System.Text.RegularExpressions;

namespace DanVan.Platform.Tests.Architecture;

public sealed partial class ProjectRules
{
    public static TheoryData<ProjectFile> Contracts => [.. ProjectFile.OfServices().Where(project => project.IsContracts)];
    public static TheoryData<ProjectFile> Services => [.. ProjectFile.OfServices().Where(project => project.IsService)];
    public static TheoryData<ProjectFile> All => [.. ProjectFile.OfServices()];
    public static TheoryData<ProjectFile> OutsideTheChassis => [.. ProjectFile.OfServices().Where(project => !project.IsChassis)];

    [Fact]
    public void Every_service_is_looked_at()
    {
        Assert.Equal(6, Services.Count);
        Assert.Equal(6, Contracts.Count);
    }

    [Theory, MemberData(nameof(Contracts))]
    public void Contracts_depend_on_nothing(ProjectFile contracts)
    {
        Assert.Empty(contracts.Projects);
        Assert.Empty(contracts.Packages);
    }

    [Theory, MemberData(nameof(Services))]
    public void A_service_refers_to_the_chassis_clients_contracts_documents_and_files_only(ProjectFile service) =>
        Assert.All(service.Projects, name => Assert.Matches(@"^Chassis$|^Documents$|^Files$|\.Client$|\.Contracts$", name));

    [Fact]
    public void The_writer_of_documents_knows_no_service() =>
        Assert.Empty(ProjectFile.OfServices().Single(project => project.IsDocuments).Projects);

    [Fact]
    public void What_takes_files_knows_no_service()
    {
        var files = ProjectFile.OfServices().Single(project => project.IsFiles);
        Assert.Equal(["Chassis", "Documents"], files.Projects);
        Assert.All(files.Sources(), source => Assert.DoesNotMatch(DomainWord(), CodeOf(source.Text)));
    }

    [Fact]
    public void The_chassis_knows_no_service()
    {
        var chassis = ProjectFile.OfServices().Single(project => project.IsChassis);
        Assert.Empty(chassis.Projects);
        Assert.All(chassis.Sources(), source => Assert.DoesNotMatch(DomainWord(), CodeOf(source.Text)));
    }

    [Theory, MemberData(nameof(OutsideTheChassis))]
    public void Nothing_but_the_relay_publishes(ProjectFile project) =>
        Assert.All(project.Sources(), source => Assert.DoesNotMatch(SecondWayToPublish(), source.Text));

    [Theory, MemberData(nameof(All))]
    public void Only_a_connection_of_ones_own_keeps_anything_for_longer_than_a_transaction(ProjectFile project) =>
        Assert.All(
            project.Sources().Where(source => !source.Text.Contains("OwnConnection.Open(", StringComparison.Ordinal)),
            source => Assert.DoesNotMatch(KeptForTheSession(), source.Text)
        );

    [Fact]
    public void The_guards_see_what_they_guard_against()
    {
        Assert.Matches(DomainWord(), "var petition = 1;");
        Assert.DoesNotMatch(DomainWord(), CodeOf("/// the citizen's petition\nvar subject = 1;"));
        Assert.Matches(SecondWayToPublish(), "await bus.Publish(new X());");
        Assert.Matches(SecondWayToPublish(), "channel.BasicPublishAsync(");
        Assert.Matches(KeptForTheSession(), "select pg_try_advisory_lock(1)");
        Assert.Matches(KeptForTheSession(), "select set_config('synchronous_commit', 'off', false)");
        Assert.Matches(KeptForTheSession(), "\"set search_path = x\"");
        Assert.Matches(KeptForTheSession(), "create temporary table x (y int)");
        Assert.DoesNotMatch(KeptForTheSession(), "create temporary table x (y int) on commit drop");
        Assert.DoesNotMatch(KeptForTheSession(), "select pg_advisory_xact_lock(1), set_config('synchronous_commit', 'off', true)");
    }

    /// <summary>Comments may give examples; code may not know them.</summary>
    static string CodeOf(string text) => Comment().Replace(text, "");

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"(?i)petition|denunciation|conference|award|delegate_list|commendation|movement|indicator|commune|province|deadlineRule"
    )]
    private static partial Regex DomainWord();

    [GeneratedRegex(@"BasicPublishAsync|IPublishEndpoint|ISendEndpoint|\bIBus(Control)?\b|\.Publish\(new ")]
    private static partial Regex SecondWayToPublish();

    [GeneratedRegex(
        """pg_(try_)?advisory_(un)?lock|set_config\([^)]*,\s*false\s*\)|[";]\s*(set\s+(?!local\b)\w+\s*(=|to\b)|listen\s+\w)|create temp(?![^;"]*on commit drop)""",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex KeptForTheSession();
}
