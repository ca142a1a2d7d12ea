using DanVan.Chassis;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Directory.Reorganisations;

/// <summary>What the rules of reorganisations say when they say no.</summary>
internal static class ReorganisationRejections
{
    public static readonly Rejection NotAsked = new(
        "reorganisations.impact-not-asked",
        "Chưa hỏi tác động của phương án như hiện nay; hỏi các dịch vụ trước khi ký.",
        "Nobody has asked for the impact of the draft as it stands; ask the services before signing."
    );

    public static readonly Rejection SignedInTheFuture = new(
        "reorganisations.signed-in-the-future",
        "Ngày ký không được sau hôm nay.",
        "The date of signing is not after today.",
        Field: "signedOn"
    );

    public static readonly Rejection NoSuchUnit = new(
        "reorganisations.no-such-unit",
        "Không có đơn vị này trong phạm vi của người gọi vào ngày đó.",
        "There is no such unit within the caller's reach on that day.",
        StatusCodes.Status404NotFound
    );

    public static readonly Rejection BreaksASignedOne = new(
        "reorganisations.breaks-a-signed-one",
        "Một phương án đã ký, có hiệu lực sau phương án này, sẽ không còn thực hiện được.",
        "A signed reorganisation that takes effect after this one could no longer be carried out."
    );

    public static Rejection BeginsTwice(PlanItem item) =>
        new(
            "reorganisations.begins-twice",
            "Cùng một đơn vị mới được lập hai lần.",
            "The same new unit begins twice.",
            Field: item.Parts is null ? "newUnitId" : "parts"
        );

    public static readonly Rejection Twice = new(
        "reorganisations.twice",
        "Một mục trước đã thực hiện thay đổi này với đơn vị.",
        "An earlier item does the same to the unit.",
        Field: "units"
    );

    public static Rejection EndsAlready(int item) =>
        new("reorganisations.ends-already", $"Đơn vị kết thúc theo mục {item}.", $"The unit ends by item {item}.", Field: "units");

    public static Rejection NoDraft(PlanState state) =>
        new(
            "reorganisations.no-draft",
            $"Phương án đang ở trạng thái {EnumNames.Of(state)}; chỉ bản dự thảo được sửa, hỏi tác động, ký hoặc rút. Phương án đã ký chỉ được tiếp nối bằng phương án khác.",
            $"The reorganisation is {EnumNames.Of(state)}; only a draft is changed, asked about, signed or withdrawn. A signed one can only be followed by another."
        );

    public static Rejection StillAnswering(IEnumerable<string> services) =>
        new(
            "reorganisations.still-answering",
            $"Còn trong hạn trả lời của: {string.Join(", ", services)}.",
            $"These may still answer: {string.Join(", ", services)}."
        );

    /// <summary>All that stands in the way of a draft: by item and member under <c>errors</c>, with the codes of the rules under <c>items</c>.</summary>
    public static ProblemHttpResult ToProblem(this IReadOnlyList<ItemProblem> problems)
    {
        // What the caller may not know of is answered like what is not there, before anything else is said.
        var unknown = problems.Where(problem => problem.Rule.Status == StatusCodes.Status404NotFound).ToList();
        var told = unknown.Count > 0 ? unknown : problems;
        var answer = Problems.Create(
            unknown.Count > 0 ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict,
            "reorganisations.cannot-be-carried-out",
            "Phương án không thực hiện được vào ngày có hiệu lực; xem từng mục.",
            "The reorganisation cannot be carried out on its day; see each item."
        );
        answer.Extensions["errors"] = told.GroupBy(Place).ToDictionary(place => place.Key, place => place.Select(Words).ToArray());
        answer.Extensions["items"] = told.Select(problem => new RefusedItem(problem.Item, problem.Rule.Code, Words(problem))).ToArray();
        return TypedResults.Problem(answer);
    }

    // The rules of units name the members of their own requests.
    private static string Place(ItemProblem problem) =>
        problem.Rule.Field switch
        {
            null or "on" => $"items[{problem.Item}]",
            "id" => $"items[{problem.Item}].newUnitId",
            "kind" => $"items[{problem.Item}].unitKind",
            var field => $"items[{problem.Item}].{field}",
        };

    private static string Words(ItemProblem problem) => Phrases.Of(problem.Rule.Vi, problem.Rule.En);
}

/// <summary>An item of a draft that cannot be carried out.</summary>
/// <param name="Item">Its place in the draft, from 0.</param>
/// <param name="Rule">Code of the rule.</param>
/// <param name="Detail">What the rule says, in the language of the request.</param>
public sealed record RefusedItem(int Item, string Rule, string Detail);
