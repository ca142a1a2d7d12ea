namespace DanVan.Conferences.People;

static class PersonQueries
{
    /// <summary>
    /// Public office holders, the people of the directory's register whose record the caller's units keep, and those who took part in conferences that the
    /// caller may see.
    /// </summary>
    public static IQueryable<KnownPerson> KnownTo(this IQueryable<KnownPerson> people, Caller caller, ConferencesDb db)
    {
        var own = db.People.Visible(caller, db).Select(x => x.Id);
        var met = db.Conferences.Visible(caller, db).SelectMany(x => x.Participants).Select(x => x.PersonId);
        return people.Where(x => x.Name != null || own.Contains(x.Id) || met.Contains(x.Id));
    }
}
