using Muster.Evaluation.Rosters;

namespace Muster.Evaluation.Tests.Rosters;

public sealed class RosterReaderTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Published", "rosters");

    /// <summary>Weeks, staff and shifts stand in a table that was made apart from the files.</summary>
    [Fact]
    public void Every_published_instance_is_read_with_its_size()
    {
        var sizes = File.ReadLines(Path.Combine(Folder, "best_known.csv")).Skip(1).Select(line => line.Split(','))
            .ToDictionary(fields => $"Instance{fields[0]}", fields => string.Join(',', fields[1..4]));
        var files = Directory.GetFiles(Folder, "Instance*.txt");

        Assert.Equal(18, files.Length);
        Assert.All(files, file =>
        {
            var instance = RosterReader.Read(File.ReadLines(file));
            var size = $"{instance.Days / 7},{instance.Employees.Count},{instance.Shifts.Count}";
            Assert.Equal(sizes[Path.GetFileNameWithoutExtension(file)], size);
            Assert.Equal(instance.Days * instance.Shifts.Count, instance.Cover.Count);
        });
    }

    [Theory]
    [InlineData("14", "Line 1 stands before the first SECTION_ line.")]
    [InlineData("SECTION_HORIZON\n14\n15", "SECTION_HORIZON has 2 rows instead of 1.")]
    [InlineData("SECTION_HORIZON\ntwo", "Line 2 has 'two' in field 1, which is no number.")]
    [InlineData("SECTION_HORIZON\n7\nSECTION_COVER\n7,D,1,1,1", "Line 4 has 7 in field 1; it must be below 7.")]
    [InlineData("SECTION_HORIZON\n7\nSECTION_COVER\n6,D,1,1", "Line 4 has 4 fields; field 5 is missing.")]
    public void A_wrong_file_is_refused_with_its_line(string text, string message)
    {
        Assert.Equal(message, Assert.Throws<FormatException>(() => RosterReader.Read(text.Split('\n'))).Message);
    }
}
