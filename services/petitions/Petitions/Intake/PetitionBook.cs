using DanVan.Chassis;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Identities;
using DanVan.Petitions.Respondents;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Intake;

/// <summary>Enters petitions in the book, each with the case that it opens, its sealed petitioner, and the event that tells of it.</summary>
public sealed class PetitionBook(PetitionsDb db, IdentityVault vault, PetitionerIndex index, PartyVault parties)
{
    /// <param name="petition">A registered petition.</param>
    /// <param name="petitioner">None when nobody put a name to it.</param>
    /// <param name="respondents">Whom it is about, where that is known already.</param>
    public void Enter(Petition petition, Petitioner? petitioner, IReadOnlyList<Party>? respondents = null)
    {
        db.Add(petition);
        db.Add(Case.Of(petition));
        if (petitioner is not null)
        {
            db.Add(vault.Seal(petition.Id, petitioner));
            db.AddRange(index.Of(petition.Id, petitioner));
        }
        db.AddRange((respondents ?? []).Select(party => Respondent.Of(petition.Id, party, parties)));
        db.Announce(
            petition,
            new PetitionReceived(
                petition.Id,
                EnumNames.Of(petition.Kind),
                EnumNames.Of(petition.Channel),
                EnumNames.Of(petition.Field),
                petition.PlaceUnitId,
                petition.ReceivedOn,
                petition.Current!.Rule,
                petition.Current.Due,
                petition.Round,
                petition.FirstPetitionId,
                petition.PaperId,
                petition.Signatories
            )
        );
    }

    /// <summary>Who stands behind a petition in the book, to be sealed again with another; none when nobody put a name to it, or it was erased.</summary>
    public async Task<Petitioner?> PetitionerOf(Guid petition, CancellationToken ct) =>
        await db.SealedIdentities.AsNoTracking().SingleOrDefaultAsync(s => s.PetitionId == petition && s.ErasedOn == null, ct)
            is { } identity
            ? vault.Open(identity)
            : null;

    /// <summary>Whom a petition in the book is about, to be sealed again with another.</summary>
    public async Task<IReadOnlyList<Party>> RespondentsOf(Guid petition, CancellationToken ct) =>
        (await db.Respondents.AsNoTracking().Where(r => r.PetitionId == petition).ToListAsync(ct)).ConvertAll(parties.Open<Party>);
}
