using Muster.Evaluation.Tours;

namespace Muster.Evaluation.Tests.Tours;

public sealed class TourReaderTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Published", "tours");

    /// <summary>The names say number, days, staff and tasks.</summary>
    [Fact]
    public void Every_published_instance_is_read_with_the_size_in_its_name()
    {
        var files = Directory.GetFiles(Folder, "*.txt");

        Assert.Equal(11, files.Length);
        Assert.All(files, file =>
        {
            var instance = TourReader.Read(File.ReadLines(file));
            var size = $"{instance.Days}_{instance.Employees.Count}_{instance.Tasks}.txt";
            Assert.EndsWith($"_{size}", file, StringComparison.Ordinal);
            Assert.Equal(instance.Slots * instance.Tasks, instance.MinCover.Length);
        });
    }

    /// <summary>Cover of 1_7_10_1: 209 hours and a quarter.</summary>
    [Fact]
    public void Cover_is_read_into_its_slots()
    {
        var instance = TourReader.Read(File.ReadLines(Path.Combine(Folder, "1_7_10_1.txt")));

        Assert.Equal(837, instance.MinCover.Cast<int>().Sum());
        Assert.Equal(2, instance.MinCover[10, 0]);
        Assert.Equal(1, instance.MinCover[9, 0]);
    }

    [Theory]
    [InlineData("1,05:45-06:00,1,1,1", "Line 6 lies outside the horizon.")]
    [InlineData("8,06:00-06:15,1,1,1", "Line 6 lies outside the horizon.")]
    [InlineData("1,06:05-06:20,1,1,1", "Line 6 has '06:05', which is no quarter of an hour.")]
    [InlineData("1,06:00-06:15,0,1,1", "Line 6 has task 0; tasks count from 1.")]
    [InlineData("1,06:00-06:15,2,1,1", "Line 6 has 2 in field 3; it must be below 2.")]
    public void A_wrong_file_is_refused_with_its_line(string cover, string message)
    {
        string[] lines = ["SECTION_HORIZON", "7", "SECTION_TASKS", "1", "SECTION_COVER", cover];

        Assert.Equal(message, Assert.Throws<FormatException>(() => TourReader.Read(lines)).Message);
    }
}
