namespace DanVan.Conferences.People;

static class PersonQueries
{
    /// <summary>The people that the caller's units registered, and those who took part in conferences that the caller may see.</summary>
    public static IQueryable<Person> KnownTo(this IQueryable<Person> people, Caller caller, ConferencesDb db)
    {
        var own = db.People.Visible(caller, db).Select(x => x.Id);
        var met = db.Conferences.Visible(caller, db).SelectMany(x => x.Participants).Select(x => x.PersonId);
        return people.Where(x => own.Contains(x.Id) || met.Contains(x.Id));
    }
}
