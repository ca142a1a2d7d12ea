using DanVan.Chassis;
using DanVan.Petitions.Attachments;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Identities;
using DanVan.Petitions.Respondents;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Intake;

/// <summary>Enters petitions in the book, each with the case that it opens, its sealed petitioner, what came along, and the event that tells of it.</summary>
public sealed class PetitionBook(PetitionsDb db, IdentityVault vault, PetitionerIndex index, PartyVault parties, AttachmentVault files)
{
    /// <param name="petition">A registered petition.</param>
    /// <param name="along">Attachments of the petition that it comes from.</param>
    public void Enter(Petition petition, PeopleOfPetition people, IReadOnlyList<Attachment>? along = null)
    {
        db.Add(petition);
        db.Add(Case.Of(petition));
        if (people.Petitioner is { } petitioner)
        {
            db.Add(vault.Seal(petition.Id, petitioner));
            db.AddRange(index.Of(petition.Id, petitioner));
        }
        Name(petition.Id, people.Signatories, people.Petitioner is { } one ? [.. index.Of(petition.Id, one)] : []);
        db.AddRange(people.Respondents.Select(party => Respondent.Of(petition.Id, party, parties)));
        db.AddRange((along ?? []).Select((attachment, at) => attachment.AlongTo(petition.Id, at + 1, files)));
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
                petition.Signatories,
                along?.Count ?? 0
            )
        );
    }

    /// <summary>Seals those who signed a petition, and has them found again. Their ids, in the order given.</summary>
    /// <param name="known">What finds it already.</param>
    public IReadOnlyList<Guid> Name(Guid petition, IReadOnlyList<Petitioner> signatories, IReadOnlyList<PetitionerKey> known)
    {
        var rows = signatories.Select(signatory => vault.SealSignatory(petition, signatory)).ToList();
        db.AddRange(rows);
        db.AddRange(signatories.SelectMany(signatory => index.Of(petition, signatory)).ExceptBy(known.Select(Hex), Hex).ToList());
        return rows.ConvertAll(row => row.Id);

        static string Hex(PetitionerKey key) => Convert.ToHexString(key.Key);
    }

    /// <summary>Who stands with a petition in the book, to be sealed again with another.</summary>
    public async Task<PeopleOfPetition> PeopleOf(Guid petition, CancellationToken ct)
    {
        var signatories = await db
            .SealedSignatories.AsNoTracking()
            .Where(s => s.PetitionId == petition && s.ErasedOn == null && s.WithdrawnOn == null)
            .OrderBy(s => s.Id)
            .ToListAsync(ct);
        var respondents = await db.Respondents.AsNoTracking().Where(r => r.PetitionId == petition).ToListAsync(ct);
        return new(await PetitionerOf(petition, ct), signatories.ConvertAll(vault.Open), respondents.ConvertAll(parties.Open<Party>));
    }

    /// <summary>None when nobody put a name to it, or it was erased.</summary>
    public async Task<Petitioner?> PetitionerOf(Guid petition, CancellationToken ct) =>
        await db.SealedIdentities.AsNoTracking().SingleOrDefaultAsync(s => s.PetitionId == petition && s.ErasedOn == null, ct)
            is { } identity
            ? vault.Open(identity)
            : null;
}
