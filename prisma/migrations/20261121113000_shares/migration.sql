-- CreateTable
CREATE TABLE "shares" (
    "token" TEXT NOT NULL,
    "chat_id" TEXT NOT NULL,
    "leaf_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shares_pkey" PRIMARY KEY ("token")
);

-- CreateIndex
CREATE UNIQUE INDEX "shares_chat_id_key" ON "shares"("chat_id");

-- AddForeignKey
ALTER TABLE "shares" ADD CONSTRAINT "shares_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chats"("id") ON DELETE CASCADE ON UPDATE CASCADE;
