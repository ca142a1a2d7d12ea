using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Publicity;

/// <summary>How petitions were resolved, as far as units have published it. For everybody.</summary>
public static class ListPublished
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/", Handle)
            .AllowAnonymous()
            .WithSummary("Kết quả giải quyết đã công bố / Resolutions made public")
            .WithDescription(
                "The newest first. Nothing of who petitioned is in it; what a unit withholds, what shows later and what was opened again is not there."
            );

    static async Task<Ok<Page<PublishedView>>> Handle(
        [AsParameters] PublishedFilter filter,
        [AsParameters] PageRequest page,
        PublicList list,
        HttpResponse response,
        CancellationToken ct
    )
    {
        response.Headers.CacheControl = "public, max-age=60";
        response.Headers.Vary = "Accept-Language";
        return TypedResults.Ok(await list.Read(filter, page, ct));
    }
}
