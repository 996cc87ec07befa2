namespace Muster.Storage.BuiltIn;

/// <summary>What PostgreSQL says at the end of a backup.</summary>
internal sealed record BackupEnd(string Label, string LastSegment)
{
    public const string LabelFile = "backup_label";
}
