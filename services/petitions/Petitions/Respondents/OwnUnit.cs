using DanVan.Chassis;
using DanVan.Directory.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Respondents;

/// <summary>Section <c>Respondents</c>.</summary>
public sealed class RespondentOptions
{
    static readonly string[] Usual =
    [
        "Bí thư",
        "Phó Bí thư",
        "Chủ tịch",
        "Phó Chủ tịch",
        "Trưởng Ban",
        "Phó Trưởng Ban",
        "Phó Ban",
        "Giám đốc",
        "Phó Giám đốc",
        "Chánh Thanh tra",
        "Phó Chánh Thanh tra",
    ];

    /// <summary>With what the titles begin of those who head a unit, and of their deputies. No law lists them: the platform's choice.</summary>
    public IList<string> HeadTitles { get; } = [];

    internal bool IsHead(string title)
    {
        var folded = Spelling.Fold(title);
        return (HeadTitles.Count == 0 ? Usual : HeadTitles).Any(head => folded.StartsWith(Spelling.Fold(head), StringComparison.Ordinal));
    }
}

/// <summary>
/// A unit does not deal with a denunciation of itself, of who heads it or of a deputy: the head of the body above does (Luật Tố cáo Đ12, Đ13).
/// </summary>
sealed class OwnUnit(OfficeHolders holders, PartyVault vault, IOptions<RespondentOptions> options, TimeProvider clock)
{
    /// <summary>Whether the petition, or another paper of its case, is about the unit that has it or its heads of today.</summary>
    public async Task<bool> IsDenounced(Petition petition, PetitionsDb db, CancellationToken ct)
    {
        if (petition.Kind is not PetitionKind.ToCao)
            return false;
        var heads = holders
            .In(petition.UnitId, clock.Today())
            .Where(held => options.Value.IsHead(held.Title))
            .Select(held => held.PersonId);
        List<byte[]> keys = [vault.KeyOf(Party.OfUnit(petition.UnitId)), .. heads.Select(head => vault.KeyOf(Party.OfPerson(head)))];
        return await db.Respondents.AnyAsync(
            r => keys.Contains(r.Key) && db.Petitions.Any(p => p.Id == r.PetitionId && p.CaseId == petition.CaseId),
            ct
        );
    }
}

public static class RespondentServices
{
    public static IServiceCollection AddRespondents(this IServiceCollection services)
    {
        services.AddOptions<RespondentOptions>().BindConfiguration("Respondents");
        return services.AddSingleton<PartyVault>().AddSingleton<OwnUnit>();
    }
}
