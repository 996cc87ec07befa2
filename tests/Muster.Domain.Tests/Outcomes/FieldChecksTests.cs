using Muster.Domain.Outcomes;

namespace Muster.Domain.Tests.Outcomes;

public sealed class FieldChecksTests
{
    [Fact]
    public void Two_fields_that_do_not_go_together_are_both_named_and_the_reason_is_said_once()
    {
        var checks = new FieldChecks()
            .Both(false, "min", "max", "min 5 is more than max 3.")
            .Both(false, "percent", "seconds", "they are one goal.");

        var wrong = Assert.IsType<Refusal.Invalid>(checks.Refusal);

        Assert.Equal(
            [
                "min 5 is more than max 3.", "max does not go with min.",
                "percent does not go with seconds: they are one goal.", "seconds does not go with percent.",
            ],
            wrong.Errors.Select(error => $"{error.Field} {error.Message}"));
    }
}
