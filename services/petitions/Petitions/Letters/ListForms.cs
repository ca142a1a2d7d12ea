using DanVan.Chassis.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Letters;

public static class ListForms
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/letters/forms", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Bảng mẫu văn bản trong xử lý đơn / The forms of letters through time");

    static Ok<IReadOnlyList<LetterForm>> Handle(LetterForms forms) => TypedResults.Ok(forms.All);
}
