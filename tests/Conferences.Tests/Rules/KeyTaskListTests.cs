using DanVan.Conferences.Conclusions;

namespace DanVan.Conferences.Tests.Rules;

public sealed class KeyTaskListTests
{
    [Theory]
    [InlineData(6, 2, ListStatus.IncompleteList)]
    [InlineData(2, 2, ListStatus.Complete)]
    [InlineData(2, 3, ListStatus.MoreThanDeclared)]
    [InlineData(0, 0, ListStatus.Complete)]
    public void Declared_and_entered_are_compared_and_neither_is_derived(int declared, int entered, ListStatus expected) =>
        Assert.Equal(expected, KeyTaskList.StatusOf(declared, entered));

    [Fact]
    public void A_number_that_was_not_stated_is_not_zero()
    {
        Assert.Equal(ListStatus.NotDeclared, KeyTaskList.StatusOf(null, 7));
        Assert.Equal(ListStatus.NotDeclared, KeyTaskList.StatusOf(null, 0));
    }
}
