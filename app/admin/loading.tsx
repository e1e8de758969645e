import { ListSkeleton } from "@/components/admin/list-skeleton";
import { strings } from "@/lib/config/strings";

export default function Loading() {
  return <ListSkeleton label={strings.admin.nav.loading} />;
}
