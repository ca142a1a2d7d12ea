namespace DanVan.Petitions;

static class OpenPetitions
{
    /// <summary>Those that their unit still has to deal with.</summary>
    public static IQueryable<Petition> Open(this IQueryable<Petition> petitions) =>
        petitions.Where(p => p.State == PetitionState.Received || p.State == PetitionState.Accepted || p.State == PetitionState.Suspended);
}
