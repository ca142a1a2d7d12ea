using DanVan.Chassis.Http;
using static DanVan.Petitions.Tests.Rules.Days;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>Petitions in the states that the rules begin with, on 20 November 2026.</summary>
static class SamplePetitions
{
    public const string Committee = "PEOPLES_COMMITTEE";
    public static readonly DateOnly Today = Date("2026-11-20");

    public static Petition New(
        PetitionKind kind,
        Channel channel = Channel.BuuChinh,
        string receivedOn = "2026-08-03",
        PetitionerType? petitioner = PetitionerType.Individual,
        bool remote = false
    ) =>
        new()
        {
            UnitId = Guid.CreateVersion7(),
            Kind = kind,
            Channel = channel,
            Field = PetitionField.HanhChinh,
            ReceivedOn = Date(receivedOn),
            Summary = "Đề nghị sửa đường liên xã",
            RemoteArea = remote,
            PetitionerType = petitioner,
        };

    public static Petition Received(
        PetitionKind kind,
        bool remote = false,
        string unitKind = Committee,
        PetitionerType petitioner = PetitionerType.Individual
    )
    {
        var petition = New(kind, remote: remote, petitioner: petitioner);
        Assert.Null(petition.Register(unitKind, Engine, Today));
        return petition;
    }

    public static Petition Accepted(PetitionKind kind, bool remote = false, PetitionerType petitioner = PetitionerType.Individual)
    {
        var petition = Received(kind, remote, petitioner: petitioner);
        Assert.Null(petition.Accept(Date("2026-08-05"), "01/QĐ", Committee, Engine, Today));
        return petition;
    }

    public static void Is(string code, Rejection? refused) => Assert.Equal(code, refused?.Code);
}
