using System.ComponentModel;
using System.Text.Json;

namespace DanVan.Subscriptions.Feed;

/// <summary>A page of the feed, as it is documented; <see cref="EventStream"/> writes it.</summary>
sealed record EventPage(
    [property: Description("CloudEvents 1.0, theo thứ tự của luồng.")] IReadOnlyList<JsonElement> Events,
    [property: Description("Con trỏ để đọc tiếp; luôn có.")] string Next,
    [property: Description("Còn sự kiện phía sau.")] bool More
);
