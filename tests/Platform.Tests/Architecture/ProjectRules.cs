using System.Text.RegularExpressions;

namespace DanVan.Platform.Tests.Architecture;

public sealed partial class ProjectRules
{
    public static TheoryData<ProjectFile> Contracts => [.. ProjectFile.OfServices().Where(project => project.IsContracts)];
    public static TheoryData<ProjectFile> Services => [.. ProjectFile.OfServices().Where(project => project.IsService)];
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
    public void A_service_refers_to_the_chassis_clients_and_contracts_only(ProjectFile service) =>
        Assert.All(service.Projects, name => Assert.Matches(@"^Chassis$|\.Client$|\.Contracts$", name));

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

    [Fact]
    public void The_guards_see_what_they_guard_against()
    {
        Assert.Matches(DomainWord(), "var petition = 1;");
        Assert.DoesNotMatch(DomainWord(), CodeOf("/// the citizen's petition\nvar subject = 1;"));
        Assert.Matches(SecondWayToPublish(), "await bus.Publish(new X());");
        Assert.Matches(SecondWayToPublish(), "channel.BasicPublishAsync(");
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
}
