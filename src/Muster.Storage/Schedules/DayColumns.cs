using Muster.Domain.Organization;
using Muster.Domain.Schedules;
using Npgsql;

namespace Muster.Storage.Schedules;

/// <summary>The activities of a day as they are stored: four arrays of one length.</summary>
internal sealed record DayColumns(int[] Starts, int[] Minutes, short[] Layers, Guid[] Codes)
{
    public const string Names = "starts, minutes, layers, codes";

    public static DayColumns Of(DayContent content) => new(
        [.. content.Activities.Select(activity => activity.StartMinute)],
        [.. content.Activities.Select(activity => activity.Minutes)],
        [.. content.Activities.Select(activity => (short)activity.Layer)],
        [.. content.Activities.Select(activity => activity.Code.Value)]);

    /// <param name="first">Where the first of the four stands.</param>
    public static DayContent Read(NpgsqlDataReader row, int first)
    {
        var starts = row.GetFieldValue<int[]>(first);
        if (starts.Length == 0)
        {
            return DayContent.Free;
        }

        var minutes = row.GetFieldValue<int[]>(first + 1);
        var layers = row.GetFieldValue<short[]>(first + 2);
        var codes = row.GetFieldValue<Guid[]>(first + 3);
        return new DayContent(starts.Select((start, i) => new PlannedActivity(
            (ActivityLayer)layers[i], PlannedActivity.At(start), minutes[i], new ActivityCodeId(codes[i]))));
    }
}
