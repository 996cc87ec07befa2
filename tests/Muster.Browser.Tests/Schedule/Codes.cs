using Muster.Browser.Tests.People;

namespace Muster.Browser.Tests.Schedule;

/// <summary>The activity codes of a business unit.</summary>
internal sealed record Codes(string Phone, string Lunch, string Meeting, string Leave)
{
    public static async Task<Codes> MakeAsync(ApiSession ada, string unit) => new(
        await MakeAsync(ada, unit, ("Phone", "on_queue", true, "#2a87a5")),
        await MakeAsync(ada, unit, ("Lunch", "meal", false, "#e8c15a")),
        await MakeAsync(ada, unit, ("Team meeting", "meeting", true, "#9b5fc0")),
        await MakeAsync(ada, unit, ("Leave", "time_off", true, "#5f9f5f")));

    private static Task<string> MakeAsync(
        ApiSession ada, string unit, (string Name, string Category, bool Paid, string Colour) code) =>
        Company.MakeAsync(ada, "activity-codes", new
        {
            name = code.Name,
            business_unit_id = unit,
            category = code.Category,
            paid = code.Paid,
            counts_as_work = code.Paid,
            colour = code.Colour,
        });
}
